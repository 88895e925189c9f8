package io.vpclocal.compute.type;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line of the table {@code instance-types.gz}, whose fields {@code instance-types.py} lists. */
public final class InstanceType {

    /** Yes-or-no properties, each a letter in the table. */
    enum Flag {
        BURSTABLE('B'),
        CURRENT('C'),
        FREE_TIER('F'),
        HIBERNATION('H'),
        BARE_METAL('M'),
        DEDICATED_HOSTS('D'),
        AUTO_RECOVERY('A'),
        NITRO_TPM('T'),
        ENCLAVES('E'),
        PRECISION_CLOCK('P'),
        REBOOT_MIGRATION('R'),
        ENA_SRD('S'),
        ENCRYPTION_IN_TRANSIT('X'),
        IPV6('6');

        private final char letter;

        Flag(char letter) {
            this.letter = letter;
        }
    }

    /**
     * A network card.
     *
     * @param baseline in Gbps; null if unknown
     * @param peak in Gbps; null if unknown
     */
    record Card(
            int interfaces,
            @Nullable Double baseline,
            @Nullable Double peak,
            String performance) {}

    private static final int NAME = 0;
    private static final int FLAGS = 1;
    private static final int ARCHITECTURES = 2;
    private static final int MANUFACTURER = 3;
    private static final int CLOCK = 4;
    private static final int MEMORY = 5;
    private static final int VCPUS = 6;
    private static final int CORES = 7;
    private static final int THREADS = 8;
    private static final int VALID_CORES = 9;
    private static final int VALID_THREADS = 10;
    private static final int HYPERVISOR = 11;
    private static final int BOOT_MODES = 12;
    private static final int ROOT_DEVICES = 13;
    private static final int USAGE_CLASSES = 14;
    private static final int VIRTUALIZATION = 15;
    private static final int PLACEMENT = 16;
    private static final int EBS_OPTIMIZED = 17;
    private static final int EBS_ENCRYPTION = 18;
    private static final int EBS_NVME = 19;
    private static final int BANDWIDTH = 20;
    private static final int ATTACHMENT_LIMIT = 21;
    private static final int ATTACHMENTS = 22;
    private static final int DISKS = 23;
    private static final int ACCELERATORS = 24;
    private static final int NETWORK = 25;
    private static final int INTERFACES = 26;
    private static final int IPV4 = 27;
    private static final int IPV6 = 28;
    private static final int ENA = 29;
    private static final int EFA = 30;
    private static final int CARDS = 31;

    private final String[] fields;

    InstanceType(String line) {
        this.fields = line.split("\t", -1);
    }

    public String name() {
        return fields[NAME];
    }

    /** Whether it is a burstable type, with CPU credits. */
    public boolean burstable() {
        return has(Flag.BURSTABLE);
    }

    /** {@code unlimited} or {@code standard}: what an instance without a credit specification gets. */
    public String defaultCredits() {
        return name().startsWith("t2.") ? "standard" : "unlimited";
    }

    public List<String> architectures() {
        return list(ARCHITECTURES);
    }

    public int cores() {
        return fields[CORES].isEmpty() ? vcpus() : number(CORES);
    }

    public int threadsPerCore() {
        return fields[THREADS].isEmpty() ? 1 : number(THREADS);
    }

    /** {@code nitro}, {@code xen}, or null for bare metal. */
    @Nullable
    public String hypervisor() {
        return text(HYPERVISOR);
    }

    /** {@code default}, {@code supported} or {@code unsupported}. */
    public String ebsOptimized() {
        return fields[EBS_OPTIMIZED];
    }

    /** {@code required}, {@code supported} or {@code unsupported}. */
    public String ena() {
        return fields[ENA];
    }

    boolean has(Flag flag) {
        return fields[FLAGS].indexOf(flag.letter) >= 0;
    }

    @Nullable
    String manufacturer() {
        return text(MANUFACTURER);
    }

    @Nullable
    Double clock() {
        return decimal(fields[CLOCK]);
    }

    long memoryMib() {
        return Long.parseLong(fields[MEMORY]);
    }

    int vcpus() {
        return number(VCPUS);
    }

    public List<Integer> validCores() {
        return numbers(VALID_CORES);
    }

    public List<Integer> validThreads() {
        return numbers(VALID_THREADS);
    }

    List<String> bootModes() {
        return list(BOOT_MODES);
    }

    List<String> rootDevices() {
        return list(ROOT_DEVICES);
    }

    List<String> usageClasses() {
        return list(USAGE_CLASSES);
    }

    List<String> virtualization() {
        return list(VIRTUALIZATION);
    }

    /** The strategies of placement groups that its instances can be in. */
    public List<String> placementStrategies() {
        return list(PLACEMENT);
    }

    String ebsEncryption() {
        return fields[EBS_ENCRYPTION];
    }

    @Nullable
    String ebsNvme() {
        return text(EBS_NVME);
    }

    /** Baseline Mbps and IOPS, maximum Mbps and IOPS; empty if it is not optimized for EBS. */
    List<Integer> ebsBandwidth() {
        return numbers(BANDWIDTH);
    }

    @Nullable
    String attachmentLimit() {
        return text(ATTACHMENT_LIMIT);
    }

    @Nullable
    Integer attachments() {
        return fields[ATTACHMENTS].isEmpty() ? null : Integer.valueOf(fields[ATTACHMENTS]);
    }

    /** Count, size in GB, type, NVMe support and encryption of the instance store; empty without one. */
    List<String> disks() {
        return list(DISKS);
    }

    /** GPUs, Neuron devices and other accelerators as JSON of their members in an answer; empty without any. */
    String accelerators() {
        return fields[ACCELERATORS];
    }

    String networkPerformance() {
        return fields[NETWORK];
    }

    /** The number of network interfaces of an instance. */
    public int interfaces() {
        return number(INTERFACES);
    }

    public int ipv4PerInterface() {
        return number(IPV4);
    }

    public int ipv6PerInterface() {
        return number(IPV6);
    }

    /** The number of Elastic Fabric Adapters; 0 without support. */
    int fabricAdapters() {
        return number(EFA);
    }

    List<Card> cards() {
        return Stream.of(fields[CARDS].split(";"))
                .map(card -> card.split(",", 4))
                .map(card -> new Card(Integer.parseInt(card[0]), decimal(card[1]), decimal(card[2]), card[3]))
                .toList();
    }

    private int number(int field) {
        return Integer.parseInt(fields[field]);
    }

    private @Nullable String text(int field) {
        return fields[field].isEmpty() ? null : fields[field];
    }

    private List<String> list(int field) {
        return fields[field].isEmpty() ? List.of() : List.of(fields[field].split(","));
    }

    private List<Integer> numbers(int field) {
        return list(field).stream().map(Integer::valueOf).toList();
    }

    private static @Nullable Double decimal(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }
}
