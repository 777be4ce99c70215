#pragma once
#include "packs/model.hpp"

#include <span>
#include <string>
#include <vector>

namespace rolewright::packs {

/// The data files compiled into the library: packs below "criteria/", template sets below "templates/".
/// Paths are relative to those folders.
std::vector<pack_file> embedded_files(std::string_view top);  ///< top: "criteria" or "templates"

/// All files below a folder, by relative path.
result<std::vector<pack_file>> files_in(const std::string & folder);

/// Loads, validates and compiles: the embedded packs, replaced by those of `data_folder`, then by those of each of
/// `folders` (the same id replaces the whole pack; extends="id" adds to one).
/// The first error wins; it names file, line and column.
result<pack_set> load(const engine_options & options);

}  // namespace rolewright::packs
