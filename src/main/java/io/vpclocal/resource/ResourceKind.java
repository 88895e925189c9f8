package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of a resource type and AWS's errors for its ids.
 *
 * @param type the name in ARNs and tag specifications, for example {@code route-table}
 * @param prefix of its ids, without the dash
 * @param label the name in messages, for example {@code routeTable}
 * @param code the first half of the code for an unknown id, for example {@code InvalidRouteTableID}
 * @param malformedCode the first half of the code for a malformed id, usually the same; or {@link #NOT_TOLD_APART}
 * @param idWord the word between label and id in messages: {@link #NAMED_ID} or {@link #UNNAMED_ID}; or
 *     {@link #DELETED_OR_MISSING} or {@link #UNKNOWN} for kinds with another message
 */
public record ResourceKind(String type, String prefix, String label, String code, String malformedCode, String idWord) {

    /** As in: The vpc ID 'vpc-1' does not exist. */
    public static final String NAMED_ID = " ID";

    /** As in: The security group 'sg-1' does not exist. */
    public static final String UNNAMED_ID = "";

    /** As in: Transit Gateway tgw-1 was deleted or does not exist. */
    public static final String DELETED_OR_MISSING = "deleted or missing";

    /** As in: The Placement Group 'web' is unknown. The code has another end, too. */
    public static final String UNKNOWN = "unknown";

    /** The malformed code of kinds that answer "does not exist" for malformed ids. */
    public static final String NOT_TOLD_APART = "";

    /** Recorded: AWS calls this well-formed security group id malformed, but not {@code sg-00000000}. */
    private static final String MALFORMED_GROUP = "sg-00000000000000000";

    /** Recorded: AWS's texts about volumes, snapshots and the transit gateways of routes end with a full stop. */
    private static final Set<String> WITH_FULL_STOP = Set.of("vol", "snap", "tgw");

    private static final Pattern SUFFIX = Pattern.compile("[0-9a-f]{8}|[0-9a-f]{17}");

    /** A kind with the usual errors. */
    public ResourceKind(String type, String prefix, String label, String code) {
        this(type, prefix, label, code, code, NAMED_ID);
    }

    /** A kind whose code for malformed ids has another spelling, as many of AWS's do. */
    public ResourceKind(String type, String prefix, String label, String code, String malformedCode) {
        this(type, prefix, label, code, malformedCode, NAMED_ID);
    }

    /** True if the id has this kind's form, even if no such resource exists. */
    public boolean wellFormed(String id) {
        return id.startsWith(prefix + "-")
                && !id.equals(MALFORMED_GROUP)
                && SUFFIX.matcher(id.substring(prefix.length() + 1)).matches();
    }

    /** The error for a malformed id. */
    public AwsException malformed(String id) {
        if (malformedCode.equals(NOT_TOLD_APART)) {
            return notFound(id);
        }
        return new AwsException(
                malformedCode + ".Malformed", "Invalid id: \"" + id + "\" (expecting \"" + prefix + "-...\")");
    }

    public AwsException notFound(String id) {
        if (idWord.equals(DELETED_OR_MISSING)) {
            return new AwsException(code + ".NotFound", label + " " + id + " was deleted or does not exist.");
        }
        if (idWord.equals(UNKNOWN)) {
            return new AwsException(code + ".Unknown", "The " + label + " '" + id + "' is unknown.");
        }
        return new AwsException(code + ".NotFound", "The " + label + idWord + " '" + id + "' does not exist" + end());
    }

    private String end() {
        return WITH_FULL_STOP.contains(prefix) ? "." : "";
    }

    /** The error for well-formed ids of missing resources. */
    public AwsException notFound(Collection<String> ids) {
        List<String> missing = List.copyOf(ids);
        return missing.size() == 1 || idWord.equals(DELETED_OR_MISSING) || idWord.equals(UNKNOWN)
                ? notFound(missing.get(0))
                : new AwsException(
                        code + ".NotFound",
                        "The " + label + idWord + "s '" + String.join(", ", missing) + "' do not exist" + end());
    }

    /** {@link #malformed} or {@link #notFound}, depending on the id. */
    public AwsException missing(String id) {
        return wellFormed(id) ? notFound(id) : malformed(id);
    }
}
