package io.vpclocal.identity.iam.user;

/** Credentials that a user must not have any more when it is deleted. */
public interface UserDependents {

    /** @throws AwsException {@code DeleteConflict} if the user still has such credentials */
    void requireNone(UserEntity user);
}
