package org.xinheng.kernel.pack;

/** When a field must be filled. */
public enum Requirement {
    ALWAYS,
    NEVER,
    /** When the counterparty is a legal person or other organisation. */
    FOR_ORGANISATIONS,
    /** When the counterparty is a natural person. */
    FOR_PERSONS,
    /** When the counterparty has a unified social credit code: organisations and sole traders. */
    FOR_REGISTERED
}
