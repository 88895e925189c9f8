package io.vpclocal.protocol.dispatch;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Answers a dry run. AWS checks that the resources named in a request exist (recorded: ids) and makes no further
 * checks. So the action runs, its transaction is rolled back, and only errors about names are returned. UNVERIFIED: a
 * missing parameter is also returned.
 */
final class DryRun {

    private static final Set<String> OF_NAMES =
            Set.of("MissingParameter", "InvalidID", "InvalidSubnet", "InvalidConnectionNotification");

    /** Error codes for things without an id: a rule, an entry, a route. */
    private static final Set<String> WITHOUT_ID = Set.of(
            "InvalidPermission.NotFound",
            "InvalidPermission.Malformed",
            "InvalidNetworkAclEntry.NotFound",
            "InvalidRoute.NotFound");

    private DryRun() {}

    static boolean wanted(SdkPojo request) {
        for (SdkField<?> field : request.sdkFields()) {
            if (field.memberName().equals("DryRun")) {
                return Boolean.TRUE.equals(field.getValueOrDefault(request));
            }
        }
        return false;
    }

    /** @throws AwsException always, which rolls the transaction back */
    static SdkPojo answer(ActionDefinition action, SdkPojo request, Call call) {
        try {
            action.invoke(request, call);
        } catch (AwsException e) {
            if (isOfNames(e.code())) {
                throw e;
            }
        }
        throw CommonErrors.dryRun();
    }

    private static boolean isOfNames(String code) {
        return OF_NAMES.contains(code)
                || (code.endsWith("Malformed") || code.endsWith("NotFound")) && !WITHOUT_ID.contains(code);
    }
}
