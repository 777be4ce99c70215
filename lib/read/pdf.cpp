// pdftotext runs as a child with limits and tells each word with its box; page_layout.cpp makes sense of the boxes.
#include "base/child.hpp"
#include "read/formats.hpp"
#include "read/page_layout.hpp"
#include "read/pdf.hpp"
#include "read/xml_events.hpp"

#include <algorithm>
#include <charconv>

namespace rolewright::readers {
namespace {

double number_in(std::string_view s) {
    double n = 0;
    std::from_chars(s.data(), s.data() + s.size(), n);
    return std::clamp(n, -1e6, 1e6);
}

class box_listener : public xml_listener {
public:
    void start(std::string_view, std::string_view name, const xml_attributes & a) override {
        if (name == "page") {
            pages.push_back({number_in(a["width"]), number_in(a["height"]), {}});
        } else if (name == "line") {
            line_ = {};
        } else if (name == "word") {
            x0_ = number_in(a["xMin"]), y0_ = number_in(a["yMin"]), x1_ = number_in(a["xMax"]), y1_ = number_in(a["yMax"]);
            word_.clear();
            in_word_ = true;
        }
    }

    void end(std::string_view, std::string_view name) override {
        if (name == "word") add_word();
        else if (name == "line" && !line_.text.empty() && !pages.empty()) pages.back().lines.push_back(std::move(line_));
    }

    void text(std::string_view words) override {
        if (in_word_) word_ += words;
    }

    std::vector<page> pages;

private:
    void add_word() {
        in_word_ = false;
        const auto letters = plain(word_);
        if (letters.empty()) return;
        if (line_.text.empty()) {
            line_.x0 = x0_, line_.y0 = y0_, line_.x1 = x1_, line_.y1 = y1_;
        } else line_.text += ' ';
        line_.words.push_back({x0_, x1_, line_.text.size()});
        line_.text += letters;
        line_.x0 = std::min(line_.x0, x0_), line_.y0 = std::min(line_.y0, y0_);
        line_.x1 = std::max(line_.x1, x1_), line_.y1 = std::max(line_.y1, y1_);
        line_.size = std::max(line_.size, y1_ - y0_);
    }

    // Ligatures are letters; what shows nothing is none. A soft hyphen at the end says where a word was broken.
    static std::string plain(std::string_view s) {
        static constexpr std::string_view ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};  // U+FB00 to U+FB06
        std::string made;
        for (std::size_t i = 0; i < s.size();) {
            const auto three = s.substr(i, 3);
            const auto last = three.size() == 3 ? static_cast<unsigned char>(three[2]) : 0u;
            if (three.starts_with("\xEF\xAC") && last >= 0x80 && last <= 0x86) made += ligatures[last - 0x80], i += 3;
            else if (s.substr(i, 2) == "\xC2\xAD" && i + 2 < s.size()) i += 2;
            else if (three == "\xE2\x80\x8B" || three == "\xEF\xBB\xBF") i += 3;
            else if (s.substr(i, 2) == "\xC2\xA0") made += ' ', i += 2;
            else made += s[i++];
        }
        return made;
    }

    page_line line_;
    std::string word_;
    double x0_ = 0, y0_ = 0, x1_ = 0, y1_ = 0;
    bool in_word_ = false;
};

error no_program(const std::string & program) {
    if (program.empty()) return {error_code::binary_input, "expected text or a document, found a PDF file, and no program was named to read it (pdf_program)"};
    return {error_code::missing_program, "cannot read a PDF file without the program '" + program + "' (Debian: apt install poppler-utils)"};
}

error refused(const child_outcome & of) {
    if (of.messages.find("assword") != std::string::npos) return {error_code::binary_input, "expected a PDF file, found one that is protected by a password"};
    return {error_code::binary_input, "expected a PDF file, found one that pdftotext cannot read"};
}

}  // namespace

result<document> document_of_boxes(std::string xhtml, const read_limits & limits) {
    // Before <doc> stand only the file's properties.
    const auto begin = xhtml.find("<doc>"), end = xhtml.rfind("</doc>");
    if (begin == std::string::npos || end == std::string::npos || end < begin) return error{error_code::binary_input, "expected the boxes of a PDF file, found none"};
    auto boxes = xhtml.substr(begin, end + std::string_view("</doc>").size() - begin);
    std::replace_if(boxes.begin(), boxes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; }, ' ');
    box_listener listener;
    if (auto heard = listen(boxes, "what pdftotext wrote", listener); !heard) return std::move(heard).error();
    const auto pages = listener.pages.size();
    auto made = document_of_pages(std::move(listener.pages), limits);
    if (made.blocks.empty())
        return error{error_code::empty_input, "expected a PDF file with text, found " + std::to_string(pages) + (pages == 1 ? " page" : " pages") + " of pictures (a scanned document needs text recognition first)"};
    return made;
}

result<bool> read_pdf(const input & in, reading & to) {
    if (in.options.pdf_program.empty()) return no_program({});
    const auto left = in.limits.expanded_bytes - std::min(in.limits.expanded_bytes, in.budget.bytes);
    auto boxes = run_child(in.options.pdf_program, {"-bbox-layout", "-q", "-enc", "UTF-8", "/dev/stdin", "-"}, in.bytes, {in.limits.program_seconds, in.limits.program_bytes, left});
    if (!boxes) return boxes.error().code == error_code::missing_program ? no_program(in.options.pdf_program) : std::move(boxes).error();
    if (boxes->exit != 0) return refused(*boxes);
    in.budget.bytes += boxes->output.size();
    // Bytes that are no UTF-8 come from broken fonts.
    auto made = document_of_boxes(text::decode(boxes->output).text, in.limits);
    if (!made) return std::move(made).error();
    to.documents.push_back(*std::move(made));
    return true;
}

// Some programs write a few bytes before the sign.
int sniff_pdf(std::string_view bytes) {
    constexpr std::size_t far = 1024;
    constexpr int certain = 98;
    if (bytes.starts_with("%PDF-")) return certain;
    const auto head = bytes.substr(0, far);
    return head.find("%PDF-1.") != std::string_view::npos && bytes.find("endobj") != std::string_view::npos ? certain : 0;
}

}  // namespace rolewright::readers
