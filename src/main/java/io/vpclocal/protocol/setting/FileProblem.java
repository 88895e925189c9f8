package io.vpclocal.protocol.setting;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Objects;

/** Says in the operating system's words why a file or directory cannot be used. */
public final class FileProblem {

    private FileProblem() {}

    /** The reason, as a part of a sentence. */
    public static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "a file has this name";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a directory";
        }
        return failure instanceof FileSystemException system && system.getReason() != null
                ? lowerFirst(system.getReason())
                : lowerFirst(Objects.requireNonNullElse(failure.getMessage(), "not possible"));
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
