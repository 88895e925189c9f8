package io.vpclocal.notification;

/** How much there may be of notifications. */
final class NotificationLimits {

    /** Items of a page, as for the other actions on endpoint services. */
    static final int PAGE = 1000;

    /** Length of a topic's ARN, far beyond what 256 characters of a topic's name need. */
    static final int TOPIC_ARN = 512;

    /** Messages that are remembered for each account; the oldest go first. */
    static final int MESSAGES = 1000;

    /** Characters kept of a publication's failure. */
    static final int FAILURE = 1000;

    private NotificationLimits() {}
}
