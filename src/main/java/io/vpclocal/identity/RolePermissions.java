package io.vpclocal.identity;

/** The permissions of roles that AWS services assume. Used by modules that act as these services. */
public interface RolePermissions {

    /**
     * True if a role's trust policy lets a service assume it.
     *
     * @param service for example {@code vpc-flow-logs.amazonaws.com}
     * @param sourceArn the resource on whose behalf the service acts: {@code aws:SourceArn}
     * @param sourceAccount its account: {@code aws:SourceAccount}
     */
    PolicyVerdict trusts(String roleArn, String service, String sourceArn, String sourceAccount);

    /**
     * True if a role's policies and its boundary allow an action.
     *
     * @param action for example {@code logs:PutLogEvents}
     * @param resourceArn the resource's ARN, as its service documents it for policies
     */
    PolicyVerdict allows(String roleArn, String action, String resourceArn);

    /** True if the role exists. */
    boolean exists(String roleArn);
}
