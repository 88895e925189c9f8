package io.vpclocal.flowlog.delivery;

import org.jspecify.annotations.Nullable;

/** A failed delivery of a flow log. The message is one that DescribeFlowLogs shows. */
final class DeliveryFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final String UNKNOWN_ERROR = "Unknown error";

    private final String shown;

    private DeliveryFailedException(String shown, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.shown = shown;
    }

    /** The role or the bucket denies access. */
    static DeliveryFailedException access(String detail) {
        return new DeliveryFailedException("Access error", detail, null);
    }

    static DeliveryFailedException access(String detail, Throwable cause) {
        return new DeliveryFailedException("Access error", detail + ": " + cause.getMessage(), cause);
    }

    static DeliveryFailedException unknown(String detail, Throwable cause) {
        return new DeliveryFailedException(UNKNOWN_ERROR, detail + ": " + cause.getMessage(), cause);
    }

    /** The value of {@code DeliverLogsErrorMessage}. */
    String shown() {
        return shown;
    }
}
