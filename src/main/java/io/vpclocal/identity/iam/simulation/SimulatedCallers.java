package io.vpclocal.identity.iam.simulation;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.identity.policy.PolicyPrincipal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The caller of a simulation: a user, or a session of a role. */
@Component
class SimulatedCallers {

    private static final String ASSUMED_ROLE = "assumed-role/";
    private static final String UNKNOWN_USER = "AIDASIMULATED";
    private static final String UNKNOWN_ROLE = "AROASIMULATED";

    private final IamDirectory directory;

    SimulatedCallers(IamDirectory directory) {
        this.directory = directory;
    }

    /** A user or role as the caller. A group's caller is a user with the group's policies only. */
    static PolicyPrincipal of(IamDirectory.Holder holder) {
        return holder.kind() == IamKind.ROLE
                ? session(holder.scope(), holder.name() + "/simulated", holder.arn(), holder.id())
                : PolicyPrincipal.user(holder.arn(), holder.id());
    }

    /** The caller with an ARN, which need not exist. Without an ARN, an arbitrary user of the account. */
    PolicyPrincipal of(IamScope scope, @Nullable String arn) {
        if (arn == null) {
            return PolicyPrincipal.user(scope.arn("user/simulated"), UNKNOWN_USER);
        }
        Optional<IamScope> named = IamScope.ofArn(arn);
        if (named.isEmpty()) {
            return PolicyPrincipal.user(arn, UNKNOWN_USER);
        }
        String[] parts = arn.split(":", 6);
        IamScope home = named.get();
        if (parts[2].equals("sts") && parts[5].startsWith(ASSUMED_ROLE)) {
            return sessionOf(home, parts[5].substring(ASSUMED_ROLE.length()));
        }
        if (parts[5].equals("root")) {
            return PolicyPrincipal.root(arn);
        }
        Optional<IamDirectory.Holder> holder = directory.byArn(arn);
        if (holder.isPresent()) {
            return of(holder.get());
        }
        return parts[5].startsWith("role/")
                ? session(home, parts[5].substring(parts[5].lastIndexOf('/') + 1) + "/simulated", arn, UNKNOWN_ROLE)
                : PolicyPrincipal.user(arn, UNKNOWN_USER);
    }

    /** @param session role name and session name */
    private PolicyPrincipal sessionOf(IamScope home, String session) {
        String roleArn = home.arn("role/" + session.split("/", 2)[0]);
        return directory
                .byNameIn(roleArn)
                .map(role -> session(home, session, role.arn(), role.id()))
                .orElseGet(() -> session(home, session, roleArn, UNKNOWN_ROLE));
    }

    private static PolicyPrincipal session(IamScope scope, String session, String roleArn, String roleId) {
        return PolicyPrincipal.roleSession(scope.stsArn(ASSUMED_ROLE + session), roleArn, roleId);
    }
}
