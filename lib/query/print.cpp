// Prints what parse reads, with just the brackets that precedence asks for.
#include "query/ast.hpp"

namespace rolewright::query {
namespace {

// From loose to tight; a child that is looser than its place needs brackets.
int looseness(const node & n) {
    switch (n.kind) {
        case node_kind::both: return 6;
        case node_kind::without: return 5;
        case node_kind::alternatives: return 4;
        case node_kind::scope: return 3;
        case node_kind::gap: return 3;
        case node_kind::sequence: return 2;
        default: return 1;
    }
}

void print(const node & n, std::string & out);

void print_child(const node & n, int loosest, std::string & out) {
    const bool brackets = looseness(n) > loosest;
    if (brackets) out += '(';
    print(n, out);
    if (brackets) out += ')';
}

void print_joined(const node & n, std::string_view between, int loosest, std::string & out) {
    for (std::size_t i = 0; i < n.children.size(); ++i) {
        if (i) out += between;
        print_child(*n.children[i], loosest, out);
    }
}

void print_word(const node & n, std::string & out) {
    if (n.exact) out += '=';
    const bool quotes = n.quoted || n.text.find(' ') != std::string::npos;
    if (quotes) out += '"';
    out += n.text;
    if (quotes) out += '"';
    if (n.inflect) out += '~';
    if (n.prefix) out += '*';
}

void print(const node & n, std::string & out) {
    switch (n.kind) {
        case node_kind::word: return print_word(n, out);
        case node_kind::name: out += "=*"; return;
        case node_kind::list: out += '$' + n.text; return;
        case node_kind::optional: print_child(*n.children[0], 1, out); out += '?'; return;
        case node_kind::sequence: return print_joined(n, " ", 1, out);
        case node_kind::alternatives: return print_joined(n, " | ", 3, out);
        case node_kind::without: return print_joined(n, " NOT ", 4, out);
        case node_kind::both: return print_joined(n, " AND ", 5, out);
        case node_kind::scope: out += '@' + n.text + ' '; return print_child(*n.children[0], 3, out);
        case node_kind::gap:
            for (std::size_t i = 0; i < n.children.size(); ++i) {
                if (i) out += n.gaps[i - 1] == default_gap ? " .. " : " .." + std::to_string(n.gaps[i - 1]) + " ";
                print_child(*n.children[i], 2, out);
            }
    }
}

}  // namespace

std::string print(const expression & e) {
    std::string out;
    if (!e.empty()) print(e.root(), out);
    return out;
}

}  // namespace rolewright::query
