#pragma once
#include "common.hpp"

namespace rolewright::cli {

void add_packs_show(CLI::App & packs, const surroundings & at, int & exit);
void add_packs_check(CLI::App & packs, const surroundings & at, int & exit);
void add_packs_coverage(CLI::App & packs, const surroundings & at, int & exit);

}  // namespace rolewright::cli
