# Install rules: the library, its headers, the CMake package broadsheet::broadsheet and the pkg-config files.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/broadsheet)
set(kinds "")
foreach(library ${libraries})
  get_target_property(type ${library} TYPE)
  if(type STREQUAL "STATIC_LIBRARY")
    set(kind static)
  else()
    set(kind shared)
  endif()
  list(APPEND kinds ${kind})
  install(TARGETS ${library} EXPORT broadsheet-${kind}-targets
          RUNTIME COMPONENT runtime LIBRARY COMPONENT runtime NAMELINK_COMPONENT dev ARCHIVE COMPONENT dev
          FILE_SET HEADERS COMPONENT dev)
  # Either set makes the target broadsheet::broadsheet; the package takes one of them.
  install(EXPORT broadsheet-${kind}-targets NAMESPACE broadsheet:: DESTINATION ${package_dir} COMPONENT dev)
endforeach()

configure_package_config_file(broadsheet-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/broadsheet-config.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/broadsheet-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/broadsheet-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/broadsheet-config-version.cmake
        DESTINATION ${package_dir} COMPONENT dev)

# Found from the place of the .pc file, so that the installed tree can be moved.
file(RELATIVE_PATH pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
set(pc_needs "icu-uc icu-i18n fmt expat simdjson")
if("shared" IN_LIST kinds)
  # pkg-config --static adds what is private.
  set(pc_requires "Requires.private: ${pc_needs}")
  set(pc_libs "-lbroadsheet\nLibs.private: -lboost_regex")
else()
  set(pc_requires "Requires: ${pc_needs}")
  set(pc_libs "-lbroadsheet -lboost_regex")
  set(pc_cflags " -DBROADSHEET_STATIC_DEFINE")
endif()
configure_file(broadsheet.pc.in broadsheet.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/broadsheet.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)
