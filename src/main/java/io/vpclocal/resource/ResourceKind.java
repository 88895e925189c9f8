package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How one type of resource is named, and what AWS says of an id that is no such resource.
 *
 * @param type as in ARNs and tag specifications, for example {@code route-table}
 * @param prefix of its ids, without the dash
 * @param label how messages call it, for example {@code routeTable}
 * @param code the first half of the code for an unknown id, for example {@code InvalidRouteTableID}
 * @param malformedCode the first half of the code for a malformed id; the same for most kinds, or
 *     {@link #NOT_TOLD_APART}
 * @param idWord what messages put between the label and the id: {@link #NAMED_ID} or {@link #UNNAMED_ID}
 */
public record ResourceKind(String type, String prefix, String label, String code, String malformedCode, String idWord) {

    /** The vpc ID 'vpc-1' does not exist. */
    public static final String NAMED_ID = " ID";

    /** The security group 'sg-1' does not exist. */
    public static final String UNNAMED_ID = "";

    /** In place of the code for malformed ids: such an id is said not to exist. */
    public static final String NOT_TOLD_APART = "";

    /** Security group ids that AWS was seen to call malformed although they have the form of one. */
    private static final Pattern MALFORMED_GROUP = Pattern.compile("sg-0+");

    private static final Pattern SUFFIX = Pattern.compile("[0-9a-f]{8}|[0-9a-f]{17}");

    /** A kind that words its errors as most do. */
    public ResourceKind(String type, String prefix, String label, String code) {
        this(type, prefix, label, code, code, NAMED_ID);
    }

    /** A kind whose code for malformed ids is spelt otherwise, as AWS spells many. */
    public ResourceKind(String type, String prefix, String label, String code, String malformedCode) {
        this(type, prefix, label, code, malformedCode, NAMED_ID);
    }

    /** True if the id has this kind's form, whether or not there is such a resource. */
    public boolean wellFormed(String id) {
        return id.startsWith(prefix + "-")
                && !MALFORMED_GROUP.matcher(id).matches()
                && SUFFIX.matcher(id.substring(prefix.length() + 1)).matches();
    }

    /** The error for an id that could never be one of this kind. */
    public AwsException malformed(String id) {
        if (malformedCode.equals(NOT_TOLD_APART)) {
            return notFound(id);
        }
        return new AwsException(
                malformedCode + ".Malformed", "Invalid id: \"" + id + "\" (expecting \"" + prefix + "-...\")");
    }

    public AwsException notFound(String id) {
        return Ec2Errors.notFound(code + ".NotFound", label + idWord, id);
    }

    /** The error for ids that are all well formed, of which these do not exist. */
    public AwsException notFound(Collection<String> ids) {
        List<String> missing = List.copyOf(ids);
        return missing.size() == 1
                ? notFound(missing.get(0))
                : new AwsException(
                        code + ".NotFound",
                        "The " + label + idWord + "s '" + String.join(", ", missing) + "' do not exist");
    }

    /** {@link #malformed} or {@link #notFound}, whichever the id deserves. */
    public AwsException missing(String id) {
        return wellFormed(id) ? notFound(id) : malformed(id);
    }
}
