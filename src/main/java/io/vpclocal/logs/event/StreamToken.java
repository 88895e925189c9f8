package io.vpclocal.logs.event;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.store.EventId;
import org.jspecify.annotations.Nullable;

/**
 * A position in a stream and the way to go on: {@code f/} or {@code b/} and an event id, as AWS documents samples.
 *
 * @param forward towards newer events
 * @param position the event that the next page begins behind; null to begin at an end of the stream
 */
record StreamToken(boolean forward, @Nullable EventId position) {

    /** Seen at the end of tokens in the wild. */
    private static final String SUFFIX = "/s";

    /** @throws io.vpclocal.protocol.AwsException {@code InvalidParameterException} */
    static StreamToken parse(String text) {
        String token = text.endsWith(SUFFIX) ? text.substring(0, text.length() - SUFFIX.length()) : text;
        if (!token.startsWith("f/") && !token.startsWith("b/")) {
            throw LogsErrors.invalidToken();
        }
        try {
            return new StreamToken(token.startsWith("f/"), EventId.parse(token.substring(2)));
        } catch (IllegalArgumentException e) {
            throw LogsErrors.invalidToken();
        }
    }

    static String forwardFrom(EventId id) {
        return "f/" + id;
    }

    static String backwardFrom(EventId id) {
        return "b/" + id;
    }
}
