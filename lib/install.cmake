# Install rules: the library, its headers, the CMake package broadsheet::broadsheet and the pkg-config file.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/broadsheet)
install(TARGETS broadsheet EXPORT broadsheet-targets FILE_SET HEADERS)
install(EXPORT broadsheet-targets NAMESPACE broadsheet:: DESTINATION ${package_dir})

set(BROADSHEET_IS_SHARED ${BUILD_SHARED_LIBS})
configure_package_config_file(broadsheet-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/broadsheet-config.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/broadsheet-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/broadsheet-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/broadsheet-config-version.cmake DESTINATION ${package_dir})

# Found from the place of the .pc file, so that the installed tree can be moved.
file(RELATIVE_PATH pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
if(BUILD_SHARED_LIBS)
  set(pc_requires Requires.private)
else()
  set(pc_requires Requires)
  set(pc_libs " -lboost_regex")
  set(pc_cflags " -DBROADSHEET_STATIC_DEFINE")
endif()
configure_file(broadsheet.pc.in broadsheet.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/broadsheet.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
