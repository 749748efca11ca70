# What the documentation says is run, compared and looked up.

# The commands of the tutorial and of the cookbook. What a machine has not got is skipped, block by block (cli_test.cpp).
set(environment LINK=${PROJECT_SOURCE_DIR}/testdata PYTHONDONTWRITEBYTECODE=1)
set(have "")
if(TARGET broadsheet_python)
  string(APPEND have " python3-broadsheet")
  list(APPEND environment PYTHONPATH=${PROJECT_BINARY_DIR}/apps/python)
endif()
set(fixtures "")
if(BROADSHEET_INSTALL AND NOT BROADSHEET_SANITIZE AND NOT BROADSHEET_COVERAGE AND (BROADSHEET_BOTH OR BUILD_SHARED_LIBS))
  # As installed by package_tests.cmake.
  string(APPEND have " libbroadsheet-dev")
  set(fixtures "Installed package")
  set(prefix ${PROJECT_BINARY_DIR}/package-test/example/package_test.cmake/prefix)
  list(APPEND environment CMAKE_PREFIX_PATH=${prefix} PKG_CONFIG_PATH=${prefix}/${CMAKE_INSTALL_LIBDIR}/pkgconfig
       LD_LIBRARY_PATH=${prefix}/${CMAKE_INSTALL_LIBDIR} CC=${CMAKE_C_COMPILER} CXX=${CMAKE_CXX_COMPILER})
endif()
foreach(page tutorial cookbook)
  add_test(NAME docs/${page}
           COMMAND broadsheet_cli_test $<TARGET_FILE:broadsheet_cli> ${PROJECT_SOURCE_DIR}/docs/${page}.md)
  # Debian's own Python first: the module is built for it.
  set_tests_properties(docs/${page} PROPERTIES TIMEOUT 300 ENVIRONMENT "${environment};HAVE=${have}"
                       ENVIRONMENT_MODIFICATION PATH=path_list_prepend:/usr/bin)
endforeach()
set_tests_properties(docs/cookbook PROPERTIES FIXTURES_REQUIRED "${fixtures}")

# The reference is what the program says of itself, and what pages name is there.
add_test(NAME docs/options
         COMMAND python3 -B ${CMAKE_CURRENT_SOURCE_DIR}/docs_check.py options $<TARGET_FILE:broadsheet_cli> ${PROJECT_SOURCE_DIR})
add_test(NAME docs/links COMMAND python3 -B ${CMAKE_CURRENT_SOURCE_DIR}/docs_check.py links ${PROJECT_SOURCE_DIR})
