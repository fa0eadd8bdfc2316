"""Hears from macOS that the computer sleeps or the session is switched; see the release checklist.

May touch: the workspace's notification centre through the Objective-C run time. Must never delay a notice. Written
to Apple's documentation of NSWorkspace and the com.apple.screenIsLocked notice; idling hides in any case.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

_NOTICES = (
    b"NSWorkspaceWillSleepNotification",
    b"NSWorkspaceScreensDidSleepNotification",
    b"NSWorkspaceSessionDidResignActiveNotification",
)
_METHOD = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class SessionNotices(QObject):
    """Calls `leave` on each notice."""

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        objc: Any = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
        for name in ("objc_getClass", "sel_registerName", "objc_allocateClassPair"):
            getattr(objc, name).restype = ctypes.c_void_p
        objc.objc_getClass.argtypes = objc.sel_registerName.argtypes = [ctypes.c_char_p]
        objc.objc_allocateClassPair.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
        objc.class_addMethod.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p]
        objc.objc_registerClassPair.argtypes = [ctypes.c_void_p]
        self._objc = objc
        self._callback = _METHOD(lambda _self, _selector, _notice: leave())
        listener = objc.objc_allocateClassPair(objc.objc_getClass(b"NSObject"), b"TallyListener", 0)
        selector = objc.sel_registerName(b"notice:")
        objc.class_addMethod(listener, selector, ctypes.cast(self._callback, ctypes.c_void_p), b"v@:@")
        objc.objc_registerClassPair(listener)
        self._listener = self._send(listener, b"new")
        workspace = self._send(objc.objc_getClass(b"NSWorkspace"), b"sharedWorkspace")
        centre = self._send(workspace, b"notificationCenter")
        for notice in _NOTICES:
            self._observe(centre, selector, notice)
        shared = self._send(objc.objc_getClass(b"NSDistributedNotificationCenter"), b"defaultCenter")
        self._observe(shared, selector, b"com.apple.screenIsLocked")

    def _send(self, receiver: int, selector: bytes, *arguments: int) -> int:
        send = ctypes.CFUNCTYPE(ctypes.c_void_p, *([ctypes.c_void_p] * (2 + len(arguments))))(
            ("objc_msgSend", self._objc)
        )
        return int(send(receiver, self._objc.sel_registerName(selector), *arguments) or 0)

    def _text(self, text: bytes) -> int:
        buffer = ctypes.create_string_buffer(text)
        string = self._objc.objc_getClass(b"NSString")
        return self._send(string, b"stringWithUTF8String:", ctypes.addressof(buffer))

    def _observe(self, centre: int, selector: int, notice: bytes) -> None:
        self._send(centre, b"addObserver:selector:name:object:", self._listener, selector, self._text(notice), 0)
