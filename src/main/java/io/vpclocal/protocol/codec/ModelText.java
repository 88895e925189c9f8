package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsService;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkPojo;

/** Parts of requests and answers as text in the database: JSON with the model's names. */
public final class ModelText {

    private ModelText() {}

    /** The set members alone: a list that is not set does not become an empty one. */
    public static String write(SdkPojo value) {
        return new String(JsonWriter.compact(value), StandardCharsets.UTF_8);
    }

    public static <T extends SdkPojo> T read(AwsService service, Class<T> type, String text) {
        return type.cast(JsonReader.readByMemberName(service, type, text.getBytes(StandardCharsets.UTF_8)));
    }
}
