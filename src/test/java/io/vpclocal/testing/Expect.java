package io.vpclocal.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Expectations of AWS errors. */
public final class Expect {

    private Expect() {}

    /** The call is answered with this error code; returns the error for further looks. */
    public static AwsServiceException awsError(String code, ThrowingCallable call) {
        AwsServiceException error = catchThrowableOfType(AwsServiceException.class, call);
        assertThat(error).as("the call should fail with %s", code).isNotNull();
        assertThat(error.awsErrorDetails().errorCode()).as(error.getMessage()).isEqualTo(code);
        return error;
    }

    /**
     * The call is answered with this error code and exactly this text.
     *
     * @param message null if AWS's text is not known
     */
    public static AwsServiceException awsError(String code, @Nullable String message, ThrowingCallable call) {
        AwsServiceException error = awsError(code, call);
        if (message != null) {
            assertThat(error.awsErrorDetails().errorMessage()).isEqualTo(message);
        }
        return error;
    }
}
