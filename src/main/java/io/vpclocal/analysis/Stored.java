package io.vpclocal.analysis;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.codec.ModelText;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** Parts of requests and answers as text in the database: JSON with the model's names. */
public final class Stored {

    private Stored() {}

    public static String write(SdkPojo value) {
        return ModelText.write(value);
    }

    public static <T extends SdkPojo> T read(Class<T> type, String text) {
        return ModelText.read(AwsService.EC2, type, text);
    }

    /** Null for null. */
    public static <T extends SdkPojo> @Nullable T readNullable(Class<T> type, @Nullable String text) {
        return text == null ? null : read(type, text);
    }
}
