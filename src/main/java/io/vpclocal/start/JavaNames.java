package io.vpclocal.start;

import io.vpclocal.protocol.setting.ShownText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Messages of exceptions that users can read. */
final class JavaNames {

    private static final Pattern NAME =
            Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z]\\w*|\\b[A-Z]\\w*(?:Exception|Error)\\b|\\bbean\\b");

    private JavaNames() {}

    /** The message without a full stop at the end; empty if it is about classes of Java. */
    static Optional<String> without(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .map(message -> message.strip().replaceAll("\\s*\\R\\s*", " ").replaceFirst("\\.$", ""))
                .filter(message -> !message.isEmpty() && !NAME.matcher(message).find())
                .map(message -> new ShownText(message).toString());
    }
}
