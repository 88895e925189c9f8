package io.vpclocal.analysis;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.codec.JsonReader;
import io.vpclocal.protocol.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** Parts of requests and answers as text in the database: JSON with the model's names. */
public final class Stored {

    private Stored() {}

    public static String write(SdkPojo value) {
        return new String(JsonWriter.readable(value), StandardCharsets.UTF_8);
    }

    public static <T extends SdkPojo> T read(Class<T> type, String text) {
        return type.cast(JsonReader.readByMemberName(AwsService.EC2, type, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Null for null. */
    public static <T extends SdkPojo> @Nullable T readNullable(Class<T> type, @Nullable String text) {
        return text == null ? null : read(type, text);
    }
}
