// A stack of values answers names, innermost first; dotted names walk into objects.
#include "improve/mustache.hpp"

#include <algorithm>

namespace rolewright::mustache {
namespace {

constexpr int deepest = 50;  // partials that call themselves

void escape_html(std::string_view words, std::string & out) {
    for (const char c : words) switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
}

class renderer {
public:
    renderer(const find_template & partials, const value & with) : partials_(partials) { stack_.push_back(&with); }

    std::string run(const nodes & of) {
        render(of);
        return std::move(out_);
    }

private:
    using blocks = std::map<std::string, const nodes *, std::less<>>;

    const value * look_up(std::string_view name) const {
        if (name == ".") return stack_.back();
        const auto first = name.substr(0, name.find('.'));
        const value * found = nullptr;
        for (auto v = stack_.rbegin(); v != stack_.rend() && !found; ++v) found = member(**v, first);
        while (found && name.find('.') != std::string_view::npos) {
            name = name.substr(name.find('.') + 1);
            found = member(*found, name.substr(0, name.find('.')));
        }
        return found;
    }

    static const value * member(const value & v, std::string_view name) {
        const auto * o = std::get_if<value::object>(&v.held);
        if (!o) return nullptr;
        const auto at = o->find(name);
        return at == o->end() ? nullptr : &at->second;
    }

    void put(const node & n, bool escaped) {
        const auto * v = look_up(n.name);
        const auto * words = v ? std::get_if<std::string>(&v->held) : nullptr;
        if (!words) return;
        if (escaped) escape_html(*words, out_);
        else out_ += *words;
    }

    void section(const node & n) {
        const auto * v = look_up(n.name);
        if (!v || !v->truthy()) return;
        if (const auto * list = std::get_if<value::list>(&v->held)) {
            for (const auto & item : *list) with(item, n.children);
            return;
        }
        with(*v, n.children);
    }

    void with(const value & v, const nodes & of) {
        stack_.push_back(&v);
        render(of);
        stack_.pop_back();
    }

    void partial(const node & n) {
        const auto * found = partials_(n.name);
        if (!found || depth_ >= deepest) return;
        ++depth_;
        const auto begin = out_.size();
        render(*found);
        if (!n.indent.empty()) indent_from(begin, n.indent);
        --depth_;
    }

    void indent_from(std::size_t begin, const std::string & indent) {
        std::string indented;
        bool fresh = true;
        for (const char c : std::string_view(out_).substr(begin)) {
            if (fresh && c != '\n') indented += indent;
            fresh = c == '\n';
            indented += c;
        }
        out_.replace(begin, std::string::npos, indented);
    }

    // The parent's blocks are filled by those that stand in the tag; an outer filling wins.
    void parent(const node & n) {
        const auto * found = partials_(n.name);
        if (!found || depth_ >= deepest) return;
        auto filled = filled_;
        for (const auto & c : n.children)
            if (c.what == node::kind::block) filled.try_emplace(c.name, &c.children);
        std::swap(filled, filled_);
        ++depth_;
        render(*found);
        --depth_;
        std::swap(filled, filled_);
    }

    void render(const nodes & of) {
        for (const auto & n : of) switch (n.what) {
                case node::kind::text: out_ += n.name; break;
                case node::kind::escaped: put(n, true); break;
                case node::kind::plain: put(n, false); break;
                case node::kind::section: section(n); break;
                case node::kind::inverted:
                    if (const auto * v = look_up(n.name); !v || !v->truthy()) render(n.children);
                    break;
                case node::kind::partial: partial(n); break;
                case node::kind::parent: parent(n); break;
                case node::kind::block:
                    if (const auto f = filled_.find(n.name); f != filled_.end()) render(*f->second);
                    else render(n.children);
            }
    }

    const find_template & partials_;
    std::vector<const value *> stack_;
    blocks filled_;
    std::string out_;
    int depth_ = 0;
};

}  // namespace

bool value::truthy() const {
    if (const auto * b = std::get_if<bool>(&held)) return *b;
    if (const auto * s = std::get_if<std::string>(&held)) return !s->empty();
    if (const auto * l = std::get_if<list>(&held)) return !l->empty();
    return true;
}

std::string render(const nodes & of, const value & with, const find_template & partials) { return renderer(partials, with).run(of); }

}  // namespace rolewright::mustache
