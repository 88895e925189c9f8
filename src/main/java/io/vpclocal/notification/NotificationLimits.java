package io.vpclocal.notification;

/** The limits on connection notifications. */
final class NotificationLimits {

    /** Items of a page, as for the other actions on endpoint services. */
    static final int PAGE = 1000;

    /** Length of a topic's ARN. A topic's name has at most 256 characters. */
    static final int TOPIC_ARN = 512;

    /** Messages kept for each account. The oldest are deleted first. */
    static final int MESSAGES = 1000;

    /** Stored characters of a publishing failure. */
    static final int FAILURE = 1000;

    private NotificationLimits() {}
}
