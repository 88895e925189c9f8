package io.vpclocal.identity.access;

import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.protocol.Call;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;

/**
 * How IAM names the resource in its access denied errors, as recorded by users of AWS. Most calls name the kind and the
 * name, such as {@code role Deployer}. Calls that create something, and newer actions, name the ARN. Lists name a path.
 */
final class IamResourceNames {

    private static final Map<String, String> KINDS =
            Map.of("user", "user", "group", "group", "role", "role", "instance-profile", "instance profile");

    /** The types of what lists with a path prefix contain. Server certificates: by analogy. */
    private static final Map<String, String> LISTS = Map.of(
            "ListUsers", "user",
            "ListGroups", "group",
            "ListRoles", "role",
            "ListInstanceProfiles", "instance-profile",
            "ListServerCertificates", "server-certificate",
            "ListVirtualMFADevices", "mfa");

    /** Actions that name the ARN of a user, group, role or instance profile. */
    private static final Pattern BY_ARN = Pattern.compile(
            "iam:(Create(User|Group|Role|InstanceProfile|ServiceLinkedRole)|DeleteServiceLinkedRole|Tag.*"
                    + "|Untag.*|List\\w+Tags|\\w+PermissionsBoundary|PassRole|Simulate.*|GetContextKeys.*)");

    private IamResourceNames() {}

    /** The text after "on resource: ". */
    static String of(Call call, Check check, SdkPojo request) {
        if (check.resourceNamed()) {
            return one(call.action(), check.action(), check.target().arn());
        }
        String prefix = Objects.requireNonNullElse(new RequestMembers(request).first("PathPrefix"), "/");
        if (call.action().equals("ListPolicies")) {
            return "policy path " + prefix;
        }
        String type = LISTS.get(call.action());
        return type == null ? "*" : IamScope.of(call.scope()).arn(type + prefix);
    }

    private static String one(String call, String action, String arn) {
        String[] parts = arn.split(":", 6);
        String path = parts.length == 6 ? parts[5] : arn;
        String type = path.substring(0, Math.max(path.indexOf('/'), 0));
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (type.equals("policy")) {
            return "policy " + (call.equals("CreatePolicy") ? name : arn);
        }
        String kind = KINDS.get(type);
        return kind == null || BY_ARN.matcher(action).matches() ? arn : kind + " " + name;
    }
}
