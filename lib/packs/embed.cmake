# rolewright_embed(target [saved]): compiles criteria/**.xml, templates/**, lib/read/maps/*.xml and lib/read/pages/*.xml into `target`,
# and the file `saved`, made by rolewright_save_packs, as saved/packs.
# One assembler file takes each data file in with .incbin and ends in a table of (path, begin, end).
function(rolewright_embed target)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
       ${PROJECT_SOURCE_DIR}/criteria/*.xml ${PROJECT_SOURCE_DIR}/templates/* ${PROJECT_SOURCE_DIR}/lib/read/maps/*.xml ${PROJECT_SOURCE_DIR}/lib/read/pages/*.xml)
  list(FILTER files EXCLUDE REGEX "README\\.md$")
  list(SORT files)
  set(paths ${files})
  list(TRANSFORM files PREPEND ${PROJECT_SOURCE_DIR}/)
  if(ARGC GREATER 1)
    list(APPEND paths saved/packs)
    list(APPEND files ${ARGV1})
  endif()
  set(data "  .section .rodata\n")
  set(table "")
  set(number 0)
  foreach(path file IN ZIP_LISTS paths files)
    string(APPEND data
      "rw_path_${number}: .asciz \"${path}\"\n"
      "rw_begin_${number}: .incbin \"${file}\"\n"
      "rw_end_${number}: .byte 0\n")
    string(APPEND table "  .quad rw_path_${number}, rw_begin_${number}, rw_end_${number}\n")
    math(EXPR number "${number} + 1")
  endforeach()
  set(assembler ${PROJECT_BINARY_DIR}/generated/${target}_files.S)
  file(CONFIGURE OUTPUT ${assembler} CONTENT
"${data}  .section .data.rel.ro,\"aw\"
  .balign 8
  .globl rw_embedded_files
  .hidden rw_embedded_files
  .type rw_embedded_files, %object
rw_embedded_files:
${table}  .quad 0, 0, 0
  .size rw_embedded_files, .-rw_embedded_files
  .section .note.GNU-stack,\"\",%progbits
" @ONLY)
  set_source_files_properties(${assembler} PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(${target} PRIVATE ${assembler})
endfunction()
