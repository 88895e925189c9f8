package io.vpclocal.flowlog.subscription;

/**
 * The layout of files in a bucket: {@code DestinationOptions}.
 *
 * @param fileFormat {@code plain-text} or {@code parquet}
 * @param hive whether key parts have Hive's form {@code name=value}
 * @param hourly whether each hour has its own prefix
 */
public record FileLayout(String fileFormat, boolean hive, boolean hourly) {

    public static final String PLAIN_TEXT = "plain-text";
    public static final String PARQUET = "parquet";

    static final FileLayout DEFAULT = new FileLayout(PLAIN_TEXT, false, false);

    public boolean parquet() {
        return fileFormat.equals(PARQUET);
    }
}
