package io.vpclocal.identity.iam;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.RequestCheck;
import io.vpclocal.protocol.RequiredMembers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Rejects requests to IAM without the members that its model requires, before any entity is looked up. */
@Component
class MemberCheck implements RequestCheck {

    @Override
    public void check(ActionDefinition action, SdkPojo request) {
        if (action.service() != AwsService.IAM) {
            return;
        }
        List<String> required = RequiredMembers.of(action.service().signingName(), action.name());
        Optional<? extends SdkField<?>> missing = request.sdkFields().stream()
                .filter(field -> required.contains(field.memberName()))
                .filter(field -> absent(field.getValueOrDefault(request)))
                .findFirst();
        if (missing.isPresent()) {
            throw CommonErrors.missingParameter(AwsService.IAM, missing.get().memberName());
        }
    }

    /** UNVERIFIED: an empty list counts as absent. */
    private static boolean absent(@Nullable Object value) {
        return value == null || value instanceof List<?> list && list.isEmpty();
    }
}
