package io.vpclocal.identity;

/** What roles that AWS services assume are allowed, for the modules that act in the services' place. */
public interface RolePermissions {

    /**
     * Whether a role's trust policy lets a service assume it.
     *
     * @param service for example {@code vpc-flow-logs.amazonaws.com}
     * @param sourceArn the resource on whose behalf the service acts: {@code aws:SourceArn}
     * @param sourceAccount its account: {@code aws:SourceAccount}
     */
    PolicyVerdict trusts(String roleArn, String service, String sourceArn, String sourceAccount);

    /**
     * Whether a role's own policies and its boundary allow an action.
     *
     * @param action for example {@code logs:PutLogEvents}
     * @param resourceArn the resource, as the service that owns it writes it in policies
     */
    PolicyVerdict allows(String roleArn, String action, String resourceArn);

    /** True if there is such a role. */
    boolean exists(String roleArn);
}
