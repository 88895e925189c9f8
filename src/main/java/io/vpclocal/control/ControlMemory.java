package io.vpclocal.control;

/** What the control API remembers beside the state; it stays when a snapshot is restored. */
public interface ControlMemory {

    /** Called after a reset and before any other call runs. */
    void forget(StateReset reset);
}
