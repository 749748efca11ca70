# Tests of what is installed and packed; everything is removed at the end (a second program under build/ would only
# confuse).

# package_test(NAME FIXTURE SCRIPT ARGUMENT...): one step of a script
function(package_test name fixture script)
  add_test(NAME "${fixture}: ${name}"
           COMMAND ${CMAKE_COMMAND} ${ARGN} -D BUILD=${PROJECT_BINARY_DIR} -D WORK=${PROJECT_BINARY_DIR}/package-test/${script}
                   -D CXX=${CMAKE_CXX_COMPILER} -D CC=${CMAKE_C_COMPILER} -D LIBDIR=${CMAKE_INSTALL_LIBDIR}
                   -D CPACK=${CMAKE_CPACK_COMMAND} -D VERSION=${PROJECT_VERSION}
                   -P ${CMAKE_CURRENT_SOURCE_DIR}/${script})
  set_tests_properties("${fixture}: ${name}" PROPERTIES FIXTURES_REQUIRED ${fixture})
endfunction()
function(package_fixture fixture script first)
  package_test(${first} ${fixture} ${script} -D STEP=${first})
  package_test(remove ${fixture} ${script} -D STEP=remove)
  # CMake notes in the build folder what it installs.
  set_tests_properties("${fixture}: ${first}" PROPERTIES FIXTURES_SETUP ${fixture} FIXTURES_REQUIRED ""
                       RESOURCE_LOCK package)
  set_tests_properties("${fixture}: remove" PROPERTIES FIXTURES_CLEANUP ${fixture} FIXTURES_REQUIRED "")
endfunction()

# Built against by two kinds of user.
package_fixture("Installed package" example/package_test.cmake install)
if(BROADSHEET_BOTH)
  set(kinds shared static)
elseif(BUILD_SHARED_LIBS)
  set(kinds shared)
else()
  set(kinds static)
endif()
foreach(kind ${kinds})
  foreach(step find_package pkg_config)
    package_test("${step} (${kind})" "Installed package" example/package_test.cmake -D STEP=${step} -D KIND=${kind})
  endforeach()
endforeach()

add_test(NAME "Taken into another project"
         COMMAND ${CMAKE_COMMAND} -D ROOT=${PROJECT_SOURCE_DIR} -D WORK=${PROJECT_BINARY_DIR}/package-test/subproject
                 -D CXX=${CMAKE_CXX_COMPILER} -P ${CMAKE_CURRENT_SOURCE_DIR}/example/subproject_test.cmake)

# Packed for Debian.
find_program(BROADSHEET_DPKG_SHLIBDEPS dpkg-shlibdeps)
find_program(BROADSHEET_FILE file)
mark_as_advanced(BROADSHEET_DPKG_SHLIBDEPS BROADSHEET_FILE)
if(BROADSHEET_DPKG_SHLIBDEPS AND BROADSHEET_FILE AND BROADSHEET_BOTH)
  package_fixture("Debian packages" packages/deb_test.cmake build)
  package_test(again "Debian packages" packages/deb_test.cmake -D STEP=again)
  set_tests_properties("Debian packages: again" PROPERTIES RESOURCE_LOCK package)
  package_test(use "Debian packages" packages/deb_test.cmake -D STEP=use)
else()
  message(STATUS "Not tested: packages for Debian (dpkg-dev, file)")
endif()

add_test(NAME "Recipes for vcpkg and Conan"
         COMMAND ${CMAKE_COMMAND} -D ROOT=${PROJECT_SOURCE_DIR} -D VERSION=${PROJECT_VERSION}
                 -D WORK=${PROJECT_BINARY_DIR}/package-test -P ${CMAKE_CURRENT_SOURCE_DIR}/packages/recipes_test.cmake)
