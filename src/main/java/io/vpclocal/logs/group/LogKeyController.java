package io.vpclocal.logs.group;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.AssociateKmsKeyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.AssociateKmsKeyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DisassociateKmsKeyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DisassociateKmsKeyResponse;

/** The KMS keys of log groups. UNVERIFIED: the messages. */
@AwsController(AwsService.LOGS)
class LogKeyController {

    private final LogGroupService groups;

    LogKeyController(LogGroupService groups) {
        this.groups = groups;
    }

    @AwsAction(missing = "keys for query results, encryption with the key, and the check that the key exists")
    AssociateKmsKeyResponse associateKmsKey(AssociateKmsKeyRequest request, Call call) {
        String key = key(request.kmsKeyId());
        lock(call, request.logGroupName(), request.resourceIdentifier()).encryptWith(key);
        return AssociateKmsKeyResponse.builder().build();
    }

    @AwsAction(missing = "keys for query results")
    DisassociateKmsKeyResponse disassociateKmsKey(DisassociateKmsKeyRequest request, Call call) {
        lock(call, request.logGroupName(), request.resourceIdentifier()).encryptWith(null);
        return DisassociateKmsKeyResponse.builder().build();
    }

    /** Ids and aliases of keys are refused. */
    static String key(String keyId) {
        Constraints.length("kmsKeyId", keyId, 0, LogsLimits.KMS_KEY_LENGTH);
        if (!keyId.startsWith("arn:")) {
            throw LogGroupErrors.invalidKey(keyId);
        }
        return keyId;
    }

    private LogGroupEntity lock(Call call, @Nullable String name, @Nullable String identifier) {
        if ((name == null) == (identifier == null)) {
            throw LogsErrors.invalidParameter("Specify either logGroupName or resourceIdentifier.");
        }
        if (identifier != null && identifier.contains(":query-result:")) {
            throw CommonErrors.notHere("keys for query results");
        }
        return groups.lock(
                call.scope(),
                identifier == null
                        ? new LogGroupName(Constraints.require(name, "logGroupName"))
                        : LogGroupIdentifier.name(call.scope(), "resourceIdentifier", identifier));
    }
}
