package io.vpclocal.inventory;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.ResourceKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that names resources, with AWS's error for those that do not exist.
 *
 * @param member the parameter's name in the model
 * @param code the error code for an unknown resource
 * @param text the noun for such a resource in messages, or the whole message
 * @param kind the form of the ids; null for names, which are never malformed
 */
record NamedIds(
        String member, String code, String text, @Nullable ResourceKind kind) {

    private static final String NOT_FOUND = ".NotFound";
    private static final String ID = "{id}";

    /** @param column {@code member:prefix:code:text}; the prefix of names is empty */
    static NamedIds of(String column) {
        String[] parts = column.split(":", -1);
        String code = parts[2].startsWith("?") ? parts[2].substring(1) : parts[2];
        return new NamedIds(parts[0], code, parts[3], parts[1].isEmpty() ? null : kind(parts[1], code, parts[3]));
    }

    /** The code for malformed ids always says "ID": {@code InvalidVolume.NotFound}, {@code InvalidVolumeID.Malformed}. */
    private static ResourceKind kind(String prefix, String code, String noun) {
        String half = code.endsWith(NOT_FOUND) ? code.substring(0, code.length() - NOT_FOUND.length()) : code;
        String malformed = half.toLowerCase(Locale.ROOT).endsWith("id") ? half : half + "ID";
        return new ResourceKind(noun, prefix, noun, half, malformed, ResourceKind.UNNAMED_ID);
    }

    /** @throws AwsException if ids are given, because none exists */
    void refuse(List<String> ids) {
        ResourceKind form = kind;
        if (form != null) {
            ids.stream().filter(id -> !form.wellFormed(id)).findFirst().ifPresent(id -> {
                throw form.malformed(id);
            });
        }
        ids.stream().findFirst().ifPresent(id -> {
            throw text.contains(ID) || text.endsWith(".")
                    ? new AwsException(code, text.replace(ID, id))
                    : Ec2Errors.notFound(code, text, id);
        });
    }
}
