package io.vpclocal.logs.event;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.store.EventId;
import org.jspecify.annotations.Nullable;

/**
 * A position in a stream with a direction: {@code f/} or {@code b/} and an event id, as in AWS's samples.
 *
 * @param forward towards newer events
 * @param position the next page starts after this event; null to start at an end of the stream
 */
record StreamToken(boolean forward, @Nullable EventId position) {

    /** The end of tokens in published samples. */
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
