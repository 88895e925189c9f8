package io.vpclocal.protocol;

/** The authenticated caller of a request, as all modules see it. */
public interface Caller {

    /** The caller's account: twelve digits. */
    String account();

    /** The ARN that GetCallerIdentity reports. */
    String arn();

    /** The unique id that GetCallerIdentity reports: the account for root, {@code AIDA…} for a user. */
    String userId();

    /** True for the account's root user. Policies do not restrict it. */
    boolean root();
}
