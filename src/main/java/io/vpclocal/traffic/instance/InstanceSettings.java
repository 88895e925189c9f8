package io.vpclocal.traffic.instance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/** Attributes of an instance that matter to its machine, and so are only stored and described. */
@Embeddable
class InstanceSettings {

    @Column(nullable = false, updatable = false, length = 16)
    private String architecture;

    @Column(nullable = false, updatable = false, length = 64)
    private String platformDetails;

    @Column(nullable = false, updatable = false, length = 255)
    private String rootDevice;

    @Column(nullable = false)
    private boolean disableApiTermination;

    @Column(nullable = false)
    private boolean disableApiStop;

    @Column(nullable = false, length = 16)
    private String shutdownBehavior;

    @Column(length = 25_000)
    private @Nullable String userData;

    @Column(nullable = false)
    private boolean ebsOptimized;

    @Column(nullable = false)
    private boolean monitoring;

    @Column(length = 16)
    private @Nullable String cpuCredits;

    @Column(nullable = false, updatable = false, length = 16)
    private String tenancy;

    @Embedded
    private MetadataOptions metadata;

    @Embedded
    private LaunchOptions options;

    @SuppressWarnings("NullAway.Init") // JPA
    protected InstanceSettings() {}

    /** The defaults of an image. */
    InstanceSettings(LaunchImage image, String tenancy, MetadataOptions metadata, LaunchOptions options) {
        this.architecture = image.architecture();
        this.platformDetails = image.platform();
        this.rootDevice = image.rootDevice();
        this.shutdownBehavior = "stop";
        this.tenancy = tenancy;
        this.metadata = metadata;
        this.options = options;
    }

    String architecture() {
        return architecture;
    }

    String platformDetails() {
        return platformDetails;
    }

    boolean windows() {
        return platformDetails.startsWith("Windows");
    }

    String rootDevice() {
        return rootDevice;
    }

    boolean disableApiTermination() {
        return disableApiTermination;
    }

    void disableApiTermination(boolean on) {
        this.disableApiTermination = on;
    }

    boolean disableApiStop() {
        return disableApiStop;
    }

    void disableApiStop(boolean on) {
        this.disableApiStop = on;
    }

    /** {@code stop} or {@code terminate}. */
    String shutdownBehavior() {
        return shutdownBehavior;
    }

    void shutdownBehavior(String behavior) {
        this.shutdownBehavior = behavior;
    }

    /** In Base64; null without any. */
    @Nullable
    String userData() {
        return userData;
    }

    void userData(@Nullable String base64) {
        this.userData = base64;
    }

    boolean ebsOptimized() {
        return ebsOptimized;
    }

    void ebsOptimized(boolean on) {
        this.ebsOptimized = on;
    }

    boolean monitoring() {
        return monitoring;
    }

    void monitoring(boolean on) {
        this.monitoring = on;
    }

    /** {@code standard} or {@code unlimited}; null for types without CPU credits. */
    @Nullable
    String cpuCredits() {
        return cpuCredits;
    }

    void cpuCredits(@Nullable String credits) {
        this.cpuCredits = credits;
    }

    String tenancy() {
        return tenancy;
    }

    MetadataOptions metadata() {
        return metadata;
    }

    LaunchOptions options() {
        return options;
    }
}
