package io.vpclocal.protocol;

/** The authenticated identity behind a request, as far as every module may know it. */
public interface Caller {

    /** The account whose resources the caller works with: twelve digits. */
    String account();

    /** The ARN that GetCallerIdentity reports. */
    String arn();

    /** The unique id that GetCallerIdentity reports: the account for root, {@code AIDA…} for a user. */
    String userId();

    /** True for the account's root user, whom no policy restrains. */
    boolean root();
}
