package io.vpclocal.flowlog.subscription;

import io.vpclocal.identity.RolePermissions;
import org.springframework.stereotype.Component;

/** The permissions of a flow log's role (VPC User Guide: IAM role for publishing flow logs). */
@Component
public class FlowLogRole {

    private static final String SERVICE = "vpc-flow-logs.amazonaws.com";

    private final RolePermissions permissions;

    FlowLogRole(RolePermissions permissions) {
        this.permissions = permissions;
    }

    /** True if the role's trust policy lets the service assume it for the flow log. */
    public boolean trusts(String roleArn, String flowLogArn, String account) {
        return permissions.trusts(roleArn, SERVICE, flowLogArn, account).allowed();
    }

    /**
     * True if the role allows the service an action.
     *
     * @param action for example {@code logs:PutLogEvents}
     */
    public boolean allows(String roleArn, String action, String resourceArn) {
        return permissions.allows(roleArn, action, resourceArn).allowed();
    }
}
