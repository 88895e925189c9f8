package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.WireProtocol;

/**
 * The characters allowed in strings of a request. A response may contain every string. XML cannot carry most control
 * characters or half a surrogate pair. JSON can, but PostgreSQL cannot store U+0000.
 */
final class Characters {

    private Characters() {}

    /** @throws AwsException if the text has a character that a response cannot carry. @param name of the member */
    static void require(AwsService service, String name, String text) {
        if (service.protocol() == WireProtocol.JSON) {
            if (text.indexOf('\0') >= 0) {
                throw CommonErrors.validation(
                        service,
                        "Value at '" + name + "' failed to satisfy constraint: Member must not contain U+0000");
            }
        } else if (!fitXml(text)) {
            throw CommonErrors.invalidCharacter(name);
        }
    }

    static boolean fitXml(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || Character.isSurrogate(c) || c > '\uFFFD') {
                return false;
            }
        }
        return true;
    }
}
