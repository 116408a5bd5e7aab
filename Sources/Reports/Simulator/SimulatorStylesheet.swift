extension Simulator {
  /// How the simulator looks; of a page's `styles`.
  public static let styles = [
    InlineCode(
      """
      .simulator [hidden]{display:none!important}
      .simulator input,.simulator button,.simulator select{scroll-margin:13rem 0 3rem}
      .simulator-result{position:sticky;top:0;z-index:1;background:var(--ground);margin-inline:-6px;padding:.5rem 6px;border-bottom:1px solid var(--rule)}
      .simulator-figures{display:grid;grid-template-columns:repeat(4,1fr);gap:.2rem 1rem;line-height:1.25}
      .simulator-figures>div{display:flex;flex-direction:column}
      .simulator-figures span{font-size:.8rem}
      .simulator-figures strong{font-size:1.5rem;font-variant-numeric:tabular-nums}
      .simulator small{font-size:.8rem;line-height:1.3;color:var(--quiet)}
      .simulator .gained::before{content:"▲ ";color:var(--gain)}
      .simulator .lost::before{content:"▼ ";color:var(--loss)}
      .simulator-strip{position:relative;height:2.2rem;margin:.3rem .8rem 0;border-bottom:1px solid var(--rule)}
      .simulator-strip *{position:absolute;bottom:0;transform:translateX(-50%)}
      .simulator-strip i{width:1.5px;height:.7rem;background:var(--other)}
      .simulator-strip b{height:1.6rem;border-left:2px dashed var(--text)}
      .simulator-strip u{width:8px;height:8px;border:2px solid var(--own);border-radius:50%;bottom:-5px;background:var(--ground)}
      .simulator-strip strong{height:2.1rem;font-size:.85rem;line-height:1.1;padding:0 .3rem;background:var(--ground);border-radius:3px}
      .simulator-strip strong::after{content:"";position:absolute;left:50%;bottom:0;height:1.1rem;border-left:4px solid var(--own);transform:translateX(-50%)}
      .simulator-legend{font-size:.75rem;color:var(--quiet);margin:.3rem 0 0;max-width:none}
      .simulator-actions,.simulator-sharing{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.8rem 0}
      .simulator button,.simulator select,.simulator input[type=text]{font:inherit;font-size:.9rem;color:var(--text);\
      background:var(--ground);border:1px solid var(--rule);border-radius:4px;padding:.3rem .7rem;min-height:2.1rem}
      .simulator button{cursor:pointer}
      .simulator button:hover:enabled{background:var(--surface);border-color:var(--own)}
      .simulator button:disabled{color:var(--quiet);cursor:default;opacity:.55}
      .simulator-row{display:grid;grid-template-columns:13rem minmax(8rem,1fr) 7.5rem 9.5rem 2.2rem;gap:.2rem 1rem;\
      align-items:start;padding:.7rem 0 .5rem;border-top:1px solid var(--grid)}
      .simulator-row.changed{background:linear-gradient(90deg,var(--surface),transparent);box-shadow:-4px 0 0 var(--own)}
      .simulator-name{font-size:.92rem;line-height:1.3;padding-left:.4rem}
      .simulator-name small{display:block}
      .simulator-passed{border-left:3px solid var(--loss);padding-left:.4rem}
      .simulator-slide{position:relative}
      .simulator-slide input{appearance:none;-webkit-appearance:none;display:block;width:100%;height:26px;margin:0;background:none;cursor:pointer}
      .simulator-slide input::-webkit-slider-runnable-track{height:6px;border-radius:3px;background:var(--grid);border:1px solid var(--rule)}
      .simulator-slide input::-moz-range-track{height:4px;border-radius:3px;background:var(--grid);border:1px solid var(--rule)}
      .simulator-slide input::-webkit-slider-thumb{-webkit-appearance:none;width:22px;height:22px;margin-top:-9px;border-radius:50%;\
      background:var(--own);border:3px solid var(--ground);box-shadow:0 0 0 1px var(--rule)}
      .simulator-slide input::-moz-range-thumb{width:16px;height:16px;border-radius:50%;background:var(--own);\
      border:3px solid var(--ground);box-shadow:0 0 0 1px var(--rule)}
      .simulator-slide small{display:block}
      .simulator-marks{position:relative;height:.8rem;font-size:.65rem;line-height:1}
      .simulator-marks i{position:absolute;transform:translateX(-50%);font-style:normal;color:var(--text)}
      .simulator-field{display:flex;align-items:center;gap:.3rem;font-size:.85rem;white-space:nowrap}
      .simulator-field input[type=text]{width:4.2rem;text-align:right;padding-inline:.4rem;font-variant-numeric:tabular-nums}
      .simulator-field input[aria-invalid=true]{border:2px solid var(--loss)}
      .simulator-bar{display:flex;height:.8rem;margin:.45rem 0 .2rem;background:var(--grid);border-left:1.5px solid var(--rule)}
      .simulator-bar i{box-sizing:border-box;height:100%;flex:none}
      .simulator-bar [data-part=kept]{background:var(--own)}
      .simulator-bar .gained{background:var(--gain)}
      .simulator-bar .lost{background:var(--ground);border:1.5px dashed var(--loss)}
      .simulator-bar i::before{content:none!important}
      .simulator-part small{font-variant-numeric:tabular-nums;white-space:nowrap}
      .simulator .simulator-back{padding:0;width:2.1rem;border-color:transparent;background:none}
      .simulator .simulator-back:disabled{visibility:hidden}
      .simulator-complaint{grid-column:2/-1}
      .simulator-complaint:empty{display:none}
      .simulator-sharing label{display:flex;align-items:center;gap:.4rem;font-size:.9rem}
      .simulator-sharing p{margin:0;font-size:.9rem}
      .simulator-sharing [data-part=link]{width:min(24rem,70vw)}
      .simulator-spoken{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
      @media(max-width:46rem){
      .simulator-figures{grid-template-columns:repeat(2,1fr)}
      .simulator-figures>div{display:block;min-width:0}
      .simulator-figures strong{font-size:1.1rem}
      .simulator-figures small{display:block}
      .simulator-strip{height:2rem;margin-top:.35rem}
      .simulator-row{padding-inline:.5rem .2rem}
      .simulator-name{padding-left:0}
      .simulator-row{grid-template-columns:1fr auto 2.2rem;gap:.2rem .6rem}
      .simulator-name{grid-column:1/-1}
      .simulator-slide{grid-column:1/-1}
      .simulator-part{grid-column:1;grid-row:3}
      .simulator-complaint{grid-column:1/-1}
      }
      @media print{
      .simulator-result{position:static}
      .simulator-actions,.simulator-sharing,.simulator-slide input,.simulator-marks,.simulator .simulator-back{display:none}
      .simulator-strip *,.simulator-bar,.simulator-bar *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
      .simulator-row{break-inside:avoid}
      }
      """)
  ]

  /// What the simulator does; of a page's `scripts`.
  public static let scripts = SimulatorScript.all
}
