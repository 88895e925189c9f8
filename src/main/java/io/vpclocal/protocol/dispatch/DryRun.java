package io.vpclocal.protocol.dispatch;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Answers a dry run. AWS looks for what a request names before it answers that the request would have succeeded
 * (recorded: ids), and looks at nothing else of the request's sense. So the action is done, its transaction is rolled
 * back, and of its refusals only those of names count. That a missing parameter counts is our guess.
 */
final class DryRun {

    private static final Set<String> OF_NAMES =
            Set.of("MissingParameter", "InvalidID", "InvalidSubnet", "InvalidConnectionNotification");

    /** Refusals of what has no id of its own: a rule, an entry, a route. */
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
