package io.vpclocal.identity.sts;

import io.vpclocal.identity.caller.SessionContent;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;

/** What the three ways to assume a role share. */
@Component
class RoleSessions {

    private final IamDirectory directory;
    private final Sessions sessions;

    RoleSessions(IamDirectory directory, Sessions sessions) {
        this.directory = directory;
        this.sessions = sessions;
    }

    static String roleArn(@Nullable String arn) {
        return roleArn(arn, StsErrors.invalidArn(String.valueOf(arn)));
    }

    /** The role of a call that an identity provider has proved. */
    static String federatedRoleArn(@Nullable String arn) {
        return roleArn(arn, StsErrors.invalidRequestArn());
    }

    private static String roleArn(@Nullable String arn, AwsException notOfRole) {
        if (arn == null || arn.isEmpty()) {
            throw CommonErrors.missingParameter(AwsService.STS, "roleArn");
        }
        if (!IamScope.isRoleArn(arn)) {
            throw notOfRole;
        }
        return arn;
    }

    static void requireDuration(int seconds, IamDirectory.Holder role, boolean chained) {
        if (chained && seconds > StsLimits.LONGEST_CHAINED_SESSION) {
            throw StsErrors.chainedTooLong();
        }
        if (seconds > role.maxSessionSeconds()) {
            throw StsErrors.longerThanRoleAllows();
        }
    }

    static AssumedRoleUser user(IamDirectory.Holder role, String name) {
        return AssumedRoleUser.builder()
                .assumedRoleId(role.id() + ":" + name)
                .arn(role.scope().stsArn("assumed-role/" + role.name() + "/" + name))
                .build();
    }

    Optional<IamDirectory.Holder> find(String arn) {
        return directory.byArn(arn).filter(holder -> holder.kind() == IamKind.ROLE);
    }

    /** @param keys condition keys that an identity provider proved */
    Credentials start(
            IamDirectory.Holder role,
            String name,
            int seconds,
            SessionParams params,
            @Nullable String sourceIdentity,
            boolean chained,
            Map<String, List<String>> keys) {
        return sessions.issue(new Sessions.Start(
                SessionContent.Kind.ROLE,
                role.scope(),
                role.id(),
                name,
                seconds,
                params,
                sourceIdentity,
                chained,
                keys,
                false));
    }
}
