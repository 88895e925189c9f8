package io.vpclocal.logs.query;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/** The value of {@code @ptr}: the place of an event. The permission is checked when it is used. */
record RecordPointer(long group, long chunk, int index) {

    private static final Base64.Encoder ENCODER = Base64.getEncoder();

    String text() {
        return ENCODER.encodeToString(ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(group)
                .putLong(chunk)
                .putInt(index)
                .array());
    }

    static Optional<RecordPointer> parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            return bytes.remaining() == 2 * Long.BYTES + Integer.BYTES
                    ? Optional.of(new RecordPointer(bytes.getLong(), bytes.getLong(), bytes.getInt()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
