# Run by CPack over the staged folders of all packages, before they are packed.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()
set(here ${CMAKE_CURRENT_LIST_DIR})
include(${here}/epoch.cmake)

function(run)
  execute_process(COMMAND ${ARGV} OUTPUT_VARIABLE out OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  set(out "${out}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} -E env LC_ALL=C date -u -R -d @${epoch})
set(date "${out}")

foreach(component ${CPACK_COMPONENTS_ALL})
  set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component})
  string(TOUPPER ${component} upper)
  set(package ${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
  set(doc ${root}/usr/share/doc/${package})

  # Only the licence of the package itself is asked for, and that is in `copyright`.
  file(GLOB_RECURSE licences ${root}/usr/share/doc/*/LICENSE)
  if(licences)
    file(REMOVE ${licences})
  endif()
  file(COPY ${here}/copyright DESTINATION ${doc})
  file(WRITE ${doc}/changelog.Debian
"broadsheet (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * Packages of version ${CPACK_PACKAGE_VERSION}, as the project itself makes them.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
  file(GLOB_RECURSE pages ${root}/usr/share/man/*.[1-9])
  run(gzip -9n ${doc}/changelog.Debian ${pages})
  # Where Debian's zsh looks for what packages bring.
  if(EXISTS ${root}/usr/share/zsh/site-functions)
    file(RENAME ${root}/usr/share/zsh/site-functions ${root}/usr/share/zsh/vendor-completions)
  endif()
  file(GLOB libraries LIST_DIRECTORIES FALSE ${root}/usr/lib/*.a ${root}/usr/lib/*.so.*.*.* ${root}/usr/bin/*
       ${root}/usr/lib/python3/dist-packages/*/*.so)
  if(libraries)
    run(strip --enable-deterministic-archives --strip-unneeded --remove-section=.comment ${libraries})
  endif()
  run(chmod -R u=rwX,go=rX ${root})
  run(find ${root} -exec touch -h -d @${epoch} {} +)
endforeach()
