# `epoch`: the time that all files of a package have.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  set(epoch $ENV{SOURCE_DATE_EPOCH})
else()
  file(TIMESTAMP ${CMAKE_CURRENT_LIST_DIR}/../../../CHANGELOG.md epoch %s UTC)
endif()
