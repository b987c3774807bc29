/*
 * <credit-check matter="…" code="…" endpoint="…" lang="en"></credit-check>
 *
 * The credit check (信用核查) inside a business page. It asks the page's own server at `endpoint`, which holds the
 * credentials and hands the question on to POST /api/v1/checks; feedback goes to `endpoint` + "/feedback". It shows what
 * applies, why, on what basis and until when. It decides nothing.
 *
 * It works on pages under "Content-Security-Policy: default-src 'self'": no inline script or style, no markup from texts, and
 * one style sheet made by the script. For keyboards and screen readers: the result is a live region, the pop-up a modal dialog
 * that names itself, takes the focus and gives it back.
 *
 * Attributes: matter, code, endpoint; name and reference where the page has them; lang "zh" (default) or "en"; quiet keeps
 * the pop-up closed until the officer opens it. Events that bubble: credit-check-answered {checkId, outcome, prompts},
 * credit-check-fed-back {checkId, promptId, outcome}, credit-check-failed {code}.
 */
const WORDS = {
    zh: {
        title: '信用核查', loading: '正在核查……', again: '重新核查', open: '查看提示', close: '关闭',
        prompts: n => `有 ${n} 条适用的奖惩措施，请查看后决定`,
        NO_PROMPT: '在已归集的信息范围内，本事项没有适用的奖惩措施',
        NOT_IDENTIFIED: '在已归集的信息中未识别到该主体，请核对统一社会信用代码',
        failed: '核查没有完成，请稍后再试；也可以在信用平台的核查页面办理',
        incomplete: '缺少核查所需的事项、代码或者接口地址',
        INCENTIVE: '激励', RESTRAINT: '约束', MANDATORY: '强制性', RECOMMENDED: '推荐性', advisory: '仅供参考',
        why: '列入情况', basis: '依据', until: '有效期至', ended: '至来源终止为止', due: '反馈期限', todo: '办理提示',
        by: (b) => `${b.listName || b.list}，${b.determinedBy}${b.document ? ' ' + b.document : ''}，${b.decidedOn} 决定`,
        served: d => `，${d} 送达`, number: '核查标识', asOf: '数据截至', required: '必填',
        feedback: '反馈办理结果', outcome: '办理结果', APPLIED: '已采取', PARTLY_APPLIED: '部分采取', NOT_APPLIED: '未采取',
        reason: '理由及依据', decidedBy: '决定人', informed: '告知当事人日期', send: '提交反馈', sent: '反馈已记录',
        notSent: '反馈没有记录，请检查后再提交', choose: '请选择',
    },
    en: {
        title: 'Credit check', loading: 'Checking…', again: 'Check again', open: 'Show', close: 'Close',
        prompts: n => `${n} measure(s) apply: read them, then decide`,
        NO_PROMPT: 'Within what has been collected, nothing applies at this matter',
        NOT_IDENTIFIED: 'Nobody by this code stands in what has been collected; please compare the code',
        failed: 'The check could not be made. Try again later, or use the check page of the credit platform',
        incomplete: 'Matter, code or endpoint is missing',
        INCENTIVE: 'Incentive', RESTRAINT: 'Restraint', MANDATORY: 'mandatory', RECOMMENDED: 'recommended',
        advisory: 'for reference only',
        why: 'Because', basis: 'Basis', until: 'Until', ended: 'ended by its source', due: 'Feedback due',
        todo: 'What to do',
        by: (b) => `${b.listName || b.list}; ${b.determinedBy}${b.document ? ' ' + b.document : ''}, decided ${b.decidedOn}`,
        served: d => `, served ${d}`, number: 'Check', asOf: 'Data as of', required: 'required',
        feedback: 'Say what was done', outcome: 'Outcome', APPLIED: 'Applied', PARTLY_APPLIED: 'Partly applied',
        NOT_APPLIED: 'Not applied', reason: 'Reason with its basis', decidedBy: 'Decided by',
        informed: 'Subject told on', send: 'Send', sent: 'Recorded', notSent: 'Not recorded: please check and send again',
        choose: 'Choose',
    },
};

const STYLE = `
:host { display: block; font: inherit; color: #1d2a33; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
.line { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; border: 1px solid #cfd8dd;
    border-left: 4px solid #0b5c73; border-radius: 4px; padding: .625rem .875rem; background: #f3f7f9; }
.line[data-state=prompts] { border-left-color: #7a4b00; background: #fdf4e3; }
.line[data-state=error] { border-left-style: dashed; }
.line p { margin: 0; flex: 1 1 14rem; }
button { font: inherit; min-height: 2.25rem; padding: .25rem .875rem; border: 1px solid #0b5c73; border-radius: 4px;
    background: #fff; color: #0b5c73; cursor: pointer; }
button.main { background: #0b5c73; color: #fff; }
button:focus-visible, select:focus-visible, input:focus-visible, textarea:focus-visible, summary:focus-visible {
    outline: 3px solid #e0a100; outline-offset: 2px; }
dialog { border: 1px solid #7b8a95; border-radius: 6px; padding: 0; width: min(44rem, calc(100vw - 1.5rem));
    max-height: calc(100vh - 2rem); color: inherit; }
dialog::backdrop { background: rgb(29 42 51 / .45); }
header, footer { display: flex; gap: 1rem; align-items: center; justify-content: space-between;
    padding: .75rem 1.125rem; }
header { border-bottom: 1px solid #dbe3e8; position: sticky; top: 0; background: #fff; }
header h2 { font-size: 1.125rem; margin: 0; }
.body { padding: .25rem 1.125rem 1rem; }
.who { color: #52616b; margin: .625rem 0 0; overflow-wrap: anywhere; }
article { border-top: 1px solid #dbe3e8; padding: .875rem 0; }
article:first-of-type { border-top: 0; }
h3 { margin: 0 0 .375rem; font-size: 1.0625rem; }
.mark { display: inline-block; border-radius: 3px; padding: 0 .5rem; margin-right: .375rem; font-size: .875rem;
    background: #eceff2; color: #3f4d5a; }
.mark.INCENTIVE { background: #e4f1f4; color: #07495c; }
.mark.RESTRAINT { background: #fdf4e3; color: #7a4b00; }
dl { margin: 0; display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: .1875rem .75rem; }
dt { color: #52616b; }
dd { margin: 0; overflow-wrap: anywhere; }
.notice { border-top: 1px solid #dbe3e8; margin: 0; padding: .75rem 0 0; }
.check { color: #52616b; font-size: .875rem; margin: .375rem 0 0; overflow-wrap: anywhere; }
details { margin-top: .625rem; }
summary { cursor: pointer; color: #0b5c73; }
form { display: grid; gap: .5rem; margin-top: .5rem; max-width: 32rem; }
label { display: grid; gap: .1875rem; }
label small { color: #7a4b00; }
h2:focus { outline: none; }
select, input, textarea { font: inherit; padding: .3125rem .5rem; border: 1px solid #7b8a95; border-radius: 4px;
    width: 100%; }
.said { margin: 0; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .375rem; } }
@media print { button, details { display: none; } }
`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

/** An element with properties and children; texts are texts, never markup. */
function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children.filter(child => child !== null && child !== undefined));
    return element;
}

class CreditCheck extends HTMLElement {

    static observedAttributes = ['matter', 'code', 'endpoint', 'lang'];

    #line;
    #dialog;
    #answer = null;
    #asked = '';
    #running = null;

    connectedCallback() {
        if (!this.shadowRoot) {
            const root = this.attachShadow({ mode: 'open' });
            root.adoptedStyleSheets = [sheet];
            this.#line = make('div', { className: 'line' });
            this.#line.setAttribute('role', 'status');
            this.#line.setAttribute('aria-live', 'polite');
            this.#dialog = make('dialog', {});
            this.#dialog.setAttribute('aria-labelledby', 'title');
            root.append(this.#line, this.#dialog);
        }
        this.check();
    }

    disconnectedCallback() {
        this.#running?.abort();
        this.#asked = '';
    }

    attributeChangedCallback(name, before, now) {
        if (before === now || !this.isConnected || !this.shadowRoot) {
            return;
        }
        if (name === 'lang') {
            this.#show();
        } else {
            this.check();
        }
    }

    get #words() {
        const language = this.getAttribute('lang') || 'zh';
        return language.toLowerCase().startsWith('en') ? WORDS.en : WORDS.zh;
    }

    get #language() {
        return this.#words === WORDS.en ? 'en' : 'zh-CN';
    }

    /** Asks once for the attributes as they stand; asking again is another check. */
    async check(again = false) {
        const [matter, code, endpoint] = ['matter', 'code', 'endpoint'].map(name => this.getAttribute(name) || '');
        const key = JSON.stringify([matter, code, endpoint]);
        if (!again && key === this.#asked) {
            return;
        }
        this.#asked = key;
        this.#running?.abort();
        this.#answer = null;
        if (this.#dialog.open) {
            this.#dialog.close();
        }
        if (!matter || !code || !endpoint) {
            this.#state('error', this.#words.incomplete);
            return;
        }
        const running = new AbortController();
        this.#running = running;
        this.#state('loading', this.#words.loading);
        const subject = { code };
        if (this.getAttribute('name')) {
            subject.name = this.getAttribute('name');
        }
        const question = { subject, matter };
        if (this.getAttribute('reference')) {
            question.reference = this.getAttribute('reference');
        }
        try {
            const answer = await this.#post(endpoint, question, running.signal);
            if (running.signal.aborted) {
                return;
            }
            this.#answer = answer;
            this.#show();
            this.#tell('answered', {
                checkId: answer.checkId, outcome: answer.outcome, prompts: answer.prompts.length,
            });
            if (answer.prompts.length > 0 && !this.hasAttribute('quiet')) {
                this.#open();
            }
        } catch (fault) {
            if (running.signal.aborted) {
                return;
            }
            const detail = fault.problem?.detail;
            this.#state('error', detail ? `${this.#words.failed} · ${detail}` : this.#words.failed, true);
            this.#tell('failed', { code: fault.problem?.code ?? null });
        }
    }

    async #post(address, body, signal) {
        const response = await fetch(address, {
            method: 'POST', signal, credentials: 'same-origin', cache: 'no-store', body: JSON.stringify(body),
            headers: { 'Content-Type': 'application/json', 'Accept': 'application/json', 'Accept-Language': this.#language },
        });
        const answer = await response.json().catch(() => null);
        if (!response.ok || answer === null) {
            throw Object.assign(new Error('refused'), { problem: answer });
        }
        return answer;
    }

    #tell(what, detail) {
        this.dispatchEvent(new CustomEvent(`credit-check-${what}`, { detail, bubbles: true, composed: true }));
    }

    #state(state, text, retry = false) {
        this.#line.dataset.state = state;
        this.#line.lang = this.#language;
        this.#line.setAttribute('aria-busy', String(state === 'loading'));
        this.#line.replaceChildren(make('p', { textContent: text }));
        if (retry) {
            this.#line.append(make('button', {
                type: 'button', textContent: this.#words.again, onclick: () => this.check(true),
            }));
        }
    }

    #show() {
        const answer = this.#answer;
        if (!answer) {
            return;
        }
        const words = this.#words;
        if (answer.prompts.length === 0) {
            this.#state('empty', words[answer.outcome] ?? words.NO_PROMPT);
            return;
        }
        this.#state('prompts', words.prompts(answer.prompts.length));
        this.#line.append(make('button', {
            type: 'button', className: 'main', textContent: words.open, onclick: () => this.#open(),
        }));
    }

    #open() {
        this.#fill();
        if (!this.#dialog.open) {
            this.#dialog.showModal();
        }
    }

    #fill() {
        const words = this.#words;
        const answer = this.#answer;
        const shown = [answer.subject.name, answer.subject.code].filter(Boolean).join(' ');
        const matter = answer.matterName || answer.matter;
        this.#dialog.lang = this.#language;
        this.#dialog.replaceChildren(
            make('header', {},
                make('h2', { id: 'title', textContent: words.title, tabIndex: -1, autofocus: true }),
                make('button', { type: 'button', textContent: words.close, onclick: () => this.#dialog.close() })),
            make('div', { className: 'body' },
                make('p', { className: 'who', textContent: `${shown} · ${matter}` }),
                ...answer.prompts.map(prompt => this.#prompt(prompt)),
                make('p', { className: 'notice', textContent: answer.notice }),
                make('p', { className: 'check', textContent:
                    `${words.number} ${answer.checkId} · ${words.asOf} ${this.#moment(answer.dataAsOf)}` })));
    }

    /** A moment in the reader's own zone; as it came where it is none. */
    #moment(text) {
        const moment = new Date(text);
        return Number.isNaN(moment.getTime()) ? String(text ?? '') : moment.toLocaleString(this.#language);
    }

    #prompt(prompt) {
        const words = this.#words;
        const facts = make('dl', {});
        const fact = (term, text) => facts.append(make('dt', { textContent: term }), make('dd', { textContent: text }));
        fact(words.todo, prompt.measure.instruction);
        fact(words.why, words.by(prompt.because)
            + (prompt.because.servedOn ? words.served(prompt.because.servedOn) : ''));
        fact(words.basis, prompt.basis.map(one => `《${one.document}》${one.article}`).join('；'));
        fact(words.until, prompt.until || words.ended);
        fact(words.due, prompt.feedbackDue);
        const marks = [make('span', { className: `mark ${prompt.kind}`, textContent: words[prompt.kind] }),
            make('span', { className: 'mark', textContent: words[prompt.nature] })];
        if (prompt.advisory) {
            marks.push(make('span', { className: 'mark', textContent: words.advisory }));
        }
        return make('article', {},
            make('h3', { textContent: prompt.measure.name }), make('p', { className: 'who' }, ...marks), facts,
            this.#feedback(prompt));
    }

    #feedback(prompt) {
        const words = this.#words;
        const outcome = make('select', { name: 'outcome', required: true },
            make('option', { value: '', textContent: words.choose }),
            ...['APPLIED', 'PARTLY_APPLIED', 'NOT_APPLIED']
                .map(value => make('option', { value, textContent: words[value] })));
        const reason = make('textarea', { name: 'reason', rows: 2, maxLength: 2000 });
        const decidedBy = make('input', { name: 'decidedBy', maxLength: 100 });
        const informed = make('input', { name: 'informedSubjectOn', type: 'date' });
        const said = make('p', { className: 'said' });
        said.setAttribute('role', 'status');
        const field = (text, control) => {
            const mark = make('small', {});
            control.mark = mark;
            return make('label', {}, make('span', {}, text, ' ', mark), control);
        };
        const demand = () => {
            const adverse = prompt.kind === 'RESTRAINT' && outcome.value !== '' && outcome.value !== 'NOT_APPLIED';
            reason.required = adverse || (prompt.nature === 'MANDATORY' && outcome.value === 'NOT_APPLIED');
            decidedBy.required = adverse;
            informed.required = adverse;
            for (const control of [outcome, reason, decidedBy, informed]) {
                control.mark.textContent = control.required ? words.required : '';
            }
        };
        outcome.onchange = demand;
        const send = make('button', { className: 'main', textContent: words.send });
        const form = make('form', {},
            field(words.outcome, outcome), field(words.reason, reason),
            field(words.decidedBy, decidedBy), field(words.informed, informed),
            make('p', { className: 'said' }, send), said);
        demand();
        form.onsubmit = async event => {
            event.preventDefault();
            send.disabled = true;
            try {
                await this.#post(`${this.getAttribute('endpoint')}/feedback`, {
                    checkId: this.#answer.checkId, promptId: prompt.promptId, outcome: outcome.value,
                    reason: reason.value || null, decidedBy: decidedBy.value || null,
                    informedSubjectOn: informed.value || null, evidence: [],
                });
                said.textContent = words.sent;
                this.#tell('fed-back', {
                    checkId: this.#answer.checkId, promptId: prompt.promptId, outcome: outcome.value,
                });
            } catch (fault) {
                said.textContent = fault.problem?.detail || words.notSent;
            } finally {
                send.disabled = false;
            }
        };
        return make('details', {}, make('summary', { textContent: words.feedback }), form);
    }
}

if (!customElements.get('credit-check')) {
    customElements.define('credit-check', CreditCheck);
}
