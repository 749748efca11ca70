# The installed package as a stranger uses it. One STEP (install, find_package, pkg_config, remove) a run:
#   cmake -D STEP=... -D KIND=shared|static -D BUILD=<build tree> -D WORK=<scratch> -D CXX=<compiler> -D CC=<compiler>
#         -D LIBDIR=<lib> -P package_test.cmake
cmake_minimum_required(VERSION 3.25)
set(source ${CMAKE_CURRENT_LIST_DIR})
include(${source}/consumer.cmake)
set(prefix ${WORK}/prefix)
set(shared OFF)
if(KIND STREQUAL "shared")
  set(shared ON)
endif()

if(STEP STREQUAL "install")
  file(REMOVE_RECURSE ${WORK})
  run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/elsewhere)
  # Moved: nothing in the package may hold the path it was installed to.
  file(RENAME ${WORK}/elsewhere ${prefix})
elseif(STEP STREQUAL "find_package")
  # BUILD_SHARED_LIBS chooses without a word about it in the project.
  run(${CMAKE_COMMAND} -S ${source} -B ${WORK}/${KIND} -D CMAKE_PREFIX_PATH=${prefix} -D CMAKE_CXX_COMPILER=${CXX}
      -D CMAKE_C_COMPILER=${CC} -D CMAKE_CXX_FLAGS=-Werror -D CMAKE_C_FLAGS=-Werror -D BUILD_SHARED_LIBS=${shared})
  run(${CMAKE_COMMAND} --build ${WORK}/${KIND})
  try(${WORK}/${KIND}/example ${KIND})
  try(${WORK}/${KIND}/example_c ${KIND})
elseif(STEP STREQUAL "pkg_config")
  set(ENV{PKG_CONFIG_PATH} ${prefix}/${LIBDIR}/pkgconfig)
  set(ENV{LD_LIBRARY_PATH} ${prefix}/${LIBDIR})
  try_pkg_config(${WORK} ${KIND})
elseif(STEP STREQUAL "remove")
  file(REMOVE_RECURSE ${WORK})
else()
  message(FATAL_ERROR "no step '${STEP}'")
endif()
