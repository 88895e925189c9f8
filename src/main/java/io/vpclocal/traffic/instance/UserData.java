package io.vpclocal.traffic.instance;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** User data in Base64, as the API takes and shows it. */
final class UserData {

    private static final int MOST_BYTES = 16_384;
    private static final int MOST_ENCODED_BYTES = 25_600;

    private UserData() {}

    /** @throws io.vpclocal.protocol.AwsException if it is not Base64 or too long */
    static @Nullable String require(@Nullable String base64) {
        if (base64 == null || base64.isEmpty()) {
            return null;
        }
        if (base64.length() > MOST_ENCODED_BYTES) {
            throw InstanceErrors.longUserData("Encoded User data", MOST_ENCODED_BYTES);
        }
        if (decode(base64).length > MOST_BYTES) {
            throw InstanceErrors.longUserData("User data", MOST_BYTES);
        }
        return base64;
    }

    /** Line breaks are allowed. @throws io.vpclocal.protocol.AwsException if it is not Base64 */
    static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw InstanceErrors.badUserData();
        }
    }
}
