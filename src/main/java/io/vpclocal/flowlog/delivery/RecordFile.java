package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.record.RecordFormat;
import java.io.IOException;

/** A file of records that is being written. */
interface RecordFile {

    /** Returns how many bytes the record's line has, with its end, which is what is charged for in either format. */
    int add(FlowRecord record) throws IOException;

    /** How large the file is by now, about. */
    long size();

    /** The whole file. Nothing can be added any more. */
    byte[] finish() throws IOException;

    static RecordFile of(RecordFormat format, boolean parquet) throws IOException {
        return parquet ? new ParquetRecordFile(format) : new TextRecordFile(format);
    }
}
