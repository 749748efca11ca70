# What is installed beside the library: the program, its manual page, completions for shells, and what there is to read.

if(BROADSHEET_INSTALL)
  if(BUILD_SHARED_LIBS)
    # Beside a shared library the installed program finds it wherever the two are put.
    set_target_properties(broadsheet_cli PROPERTIES INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")
  endif()
  install(TARGETS broadsheet_cli COMPONENT tools)
  install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${PROJECT_SOURCE_DIR}/LICENSE
          DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT doc)
  file(GLOB guides CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/*.md)
  install(FILES ${guides} DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs COMPONENT doc)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/pictures DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs COMPONENT doc)
  install(FILES example/main.cpp example/main.c example/CMakeLists.txt example/page.txt
          DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT doc)
endif()

# All of these come from the one table of options. (A program built for another machine cannot be asked for them.)
if(NOT CMAKE_CROSSCOMPILING)
  set(made "")
  # generate(WHAT FILE FOLDER): `broadsheet list WHAT` becomes FILE, to be installed in FOLDER.
  function(generate what file folder)
    add_custom_command(OUTPUT ${file} COMMAND broadsheet_cli list ${what} > ${file} DEPENDS broadsheet_cli VERBATIM)
    list(APPEND made ${CMAKE_CURRENT_BINARY_DIR}/${file})
    set(made "${made}" PARENT_SCOPE)
    if(BROADSHEET_INSTALL)
      install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${file} DESTINATION ${folder} COMPONENT tools)
    endif()
  endfunction()
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/completions)
  generate(man broadsheet.1 ${CMAKE_INSTALL_MANDIR}/man1)
  foreach(command extract repair explain words pipe eval annotate list)
    generate(man-${command} broadsheet-${command}.1 ${CMAKE_INSTALL_MANDIR}/man1)
  endforeach()
  generate(bash-completion completions/broadsheet ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  generate(zsh-completion completions/_broadsheet ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  generate(fish-completion completions/broadsheet.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
  add_custom_target(broadsheet_generated ALL DEPENDS ${made})
endif()
