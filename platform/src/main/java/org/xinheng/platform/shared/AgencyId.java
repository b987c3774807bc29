package org.xinheng.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An agency (单位), as packs name it. */
public record AgencyId(@JsonValue String value) {

    /** The city's credit office (信用办); every city's pack has it under this id. */
    public static final AgencyId CREDIT_OFFICE = new AgencyId("credit-office");

    /** The province's credit office: the recipient of what cities send upwards, by role and not by name. */
    public static final AgencyId PROVINCE = new AgencyId("province");

    @JsonCreator
    public static AgencyId of(String text) {
        return new AgencyId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
