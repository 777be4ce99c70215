// A parsed query, or one whose text is known to be good and waits until somebody looks at it.
#include "query/ast.hpp"

#include <mutex>

namespace rolewright::query {

struct expression::late_root {
    std::string text;
    std::once_flag read;
    std::shared_ptr<const node> root;
};

expression::expression() = default;
expression::expression(std::shared_ptr<const node> root) : root_(std::move(root)) {}

expression expression::unread(std::string_view text) {
    expression made;
    made.late_ = std::make_shared<late_root>();
    made.late_->text = text;
    return made;
}

const node & expression::root() const {
    if (root_) return *root_;
    std::call_once(late_->read, [this] { late_->root = parse(late_->text)->root_; });
    return *late_->root;
}

bool expression::empty() const { return !root_ && !late_; }

}  // namespace rolewright::query
