#pragma once
#include <rolewright/compare.hpp>
#include <rolewright/draft.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rolewright {

/// What an engine is built from. The built-in packs are always there.
struct engine_options {
    std::vector<std::string> packs;  ///< folders of further packs, in order: the same id replaces, `extends` adds
    std::string data_folder;         ///< installed packs and templates that replace the embedded ones; empty: none
    judge_options judging;           ///< parts of the judgement that can be switched off, to measure what they are worth
};

/// What one review is told besides the bytes. Empty means: not told.
struct review_options {
    std::string source;    ///< name of the input, echoed in the result
    std::string role;      ///< id of a role or family, instead of the one the advert's title says
    std::string language;  ///< BCP 47
    std::string country;   ///< ISO 3166: settles a bare "$" and the order of day and month
    std::string date;      ///< YYYY-MM-DD: today, as far as rules need one; echoed
    std::string jurisdiction;
    std::string help_contact;  ///< whom to ask, shown at the end of the review
    std::string input;     ///< format of the input, a name of `input_formats()`; empty or "auto": told by the content
    std::optional<field_map> map;  ///< where fields stand in XML, JSON or a table that no known format describes
    std::string pdf_program;  ///< name or path of pdftotext, which reads PDF files; empty: they are refused
    read_limits limits;
    bool with_text = false;    ///< put the document's text into the JSON
    bool with_tools = false;   ///< show kinds of tool for each criterion
};

/// All that is known about one advert.
struct review {
    rolewright::advert advert;
    rolewright::judgement judgement;
    rolewright::score_card card;
    std::vector<gap> gaps;  ///< at most three, the most useful first
    double score_with_gaps = 0;
    rolewright::band band_with_gaps = band::not_there_yet;
    std::vector<finding> findings;
};

/// All that is known about one input: none, one or many adverts.
struct review_result {
    std::string source, format, encoding;
    std::string bytes;  ///< the input, for lines and columns
    std::vector<review> adverts;
    std::vector<note> notes;
};

struct improve_options {
    std::string format = "md";  ///< "md", "html", "txt"
    std::string templates = "standard";
};

struct criterion_info {
    std::string id;
    std::string title;
    score_part part = score_part::everyday;
};

struct pack_info {
    std::string id, kind, language, version, licence, origin, hash;
};

/// Reads, judges and improves adverts. Immutable once built; every const member may be called from several threads.
class engine {
public:
    static result<engine> create(const engine_options & options = {});
    engine(engine &&) noexcept;
    engine & operator=(engine &&) noexcept;
    ~engine();

    result<review_result> review(std::string_view bytes, const review_options & options = {}) const;
    /// The stages after reading, for a document made by other means.
    rolewright::review review(document doc, const review_options & options = {}) const;
    std::vector<clause_explanation> explain(const rolewright::review & of, range where) const;
    result<draft> improve(const rolewright::review & of, const improve_options & options = {}) const;

    /// An advert beside the description of its job: what the description asks that the advert dropped or says less clearly.
    comparison compare(const rolewright::review & advert, const rolewright::review & description) const;
    /// Several adverts of one office: which basics the team as a whole asks for, who asks, and which nobody does.
    team_view team(std::span<const rolewright::review * const> adverts) const;

    /// Whether a role or family has this id.
    result<bool> check_role(std::string_view id) const;

    std::span<const criterion_info> criteria() const;
    std::vector<pack_info> packs() const;
    std::string packs_hash() const;  ///< xxh3 over the sorted paths and bytes of all packs

    struct parts;  ///< the inside, for the library's own renderers
    const parts & inside() const { return *parts_; }

private:
    explicit engine(std::unique_ptr<parts> parts);
    std::unique_ptr<parts> parts_;
};

/// Version of the library, e.g. "0.1.0".
std::string_view version();

}  // namespace rolewright
